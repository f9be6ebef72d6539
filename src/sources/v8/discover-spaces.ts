import {halfWordAt, wordAt} from '../../platform/linux/words.ts';
import {groupBy} from './group.ts';
import type {SpaceAddress} from './isolate.ts';
import {spaceFields, spaceIds} from './layout.ts';
import type {MemoryView} from './memory-view.ts';

/** Where a `Heap` has its `space_`, and what is in there. */
export type SpaceTable = {
	/** Bytes behind the beginning of the `Heap`. */
	readonly offset: number;
	readonly count: number;
	/** All spaces but the read-only one, by their numbers, ascending. */
	readonly spaces: readonly SpaceAddress[];
};

/**
 * Finds the table of spaces in a `Heap` of an unknown version: the only place where pointers stand in the order of the
 * numbers that the spaces they point to have. Undefined where there is none, or more than one.
 */
export const findSpaceTable = (view: MemoryView, heap: number): SpaceTable | undefined => {
	const bases = groupBy(pointersToSpaces(view, heap), ({offset, id}) => offset - id * 8);
	const [best, second] = [...bases].toSorted(([, one], [, other]) => other.length - one.length);
	if (!best || best[1].length < spacesAtLeast || second?.[1].length === best[1].length) return undefined;
	const [offset, found] = best;
	const spaces = found.filter(({id}) => id !== spaceIds.readOnly).map(({id, address}) => ({id, address}));
	const hasAll = [spaceIds.new, spaceIds.old, spaceIds.code].every(id =>
		spaces.some(space => space.id === id),
	);
	const count = Math.max(...found.map(({id}) => id)) + 1;
	return hasAll && offset >= 0 ? {offset, count, spaces} : undefined;
};

// New, old, code and trusted space, and those for the large objects of three of them. The `Heap` also has a pointer of its
// own to each space, some of them in the order of their numbers too.
const spacesAtLeast = 7;

type Pointer = SpaceAddress & {readonly offset: number};

const pointersToSpaces = (view: MemoryView, heap: number): readonly Pointer[] => {
	const bytes = view.read(heap, searchedBytes);
	if (!bytes) return [];
	return Array.from({length: searchedBytes / 8}, (_, index) => index * 8).flatMap(offset => {
		const address = wordAt(bytes, offset);
		const id = idOfSpace(view, heap, address);
		return id === undefined ? [] : [{offset, id, address}];
	});
};

const searchedBytes = 0x300;

const idOfSpace = (view: MemoryView, heap: number, address: number): number | undefined => {
	if (!(address >= 4096 && address % 8 === 0)) return undefined;
	const bytes = view.read(address, spaceFields.size);
	if (!bytes || wordAt(bytes, spaceFields.heap) !== heap) return undefined;
	const id = halfWordAt(bytes, spaceFields.id);
	return id < idLimit && wordAt(bytes, spaceFields.committed) % 4096 === 0 ? id : undefined;
};

const idLimit = 16;
