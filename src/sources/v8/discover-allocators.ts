import {wordAt} from '../../platform/linux/words.ts';
import type {SpaceAddress} from './isolate.ts';
import {allocatorFields, areaFields, type Layout, spaceIds} from './layout.ts';
import type {MemoryView} from './memory-view.ts';
import {pageAlignment} from './page.ts';

/** Where a `Heap` has its `HeapAllocator`, and where that has the allocators of the main thread. */
export type Allocators = {
	readonly offset: number;
	readonly allocators: Layout['allocators'];
	/** The allocation area of the new space. */
	readonly newArea: {readonly top: number; readonly limit: number};
};

/**
 * Finds the allocators in a `Heap` of an unknown version: one after the other they name the heap and a space of it, and
 * point to an allocation area. Undefined where there is none, more than one, or no area of the new space: so it is while
 * there is a collection.
 */
export const findAllocators = (
	view: MemoryView,
	heap: number,
	spaces: readonly SpaceAddress[],
): Allocators | undefined => {
	const bytes = view.read(heap, searchedBytes);
	if (!bytes) return undefined;
	const found = Array.from({length: searchedBytes / 8}, (_, index) => index * 8).flatMap(
		offset => allocatorsAt(view, {heap, spaces, address: wordAt(bytes, offset), offset}) ?? [],
	);
	return found.length === 1 ? found[0] : undefined;
};

const searchedBytes = 0x100;
const allocatorBytes = 0x500;

type Place = {
	readonly heap: number;
	readonly spaces: readonly SpaceAddress[];
	readonly address: number;
	readonly offset: number;
};

const allocatorsAt = (view: MemoryView, {heap, spaces, address, offset}: Place): Allocators | undefined => {
	const bytes = address >= 4096 && address % 8 === 0 ? view.read(address, allocatorBytes) : undefined;
	if (!bytes) return undefined;
	const found = recordOffsets.flatMap(record => {
		const id = idAt(bytes, record, {heap, spaces});
		const area = id === undefined ? undefined : areaOf(view, bytes, record);
		return id === undefined ? [] : [{id, record, area}];
	});
	const isWhole = needed.every(id => found.filter(other => other.id === id).length === 1) && isRegular(found);
	const newArea = found.find(({id}) => id === spaceIds.new)?.area;
	if (!isWhole || !newArea || newArea.top === 0 || found.some(({area}) => area === undefined))
		return undefined;
	return {offset, allocators: found.map(({id, record}) => [id, record] as const), newArea};
};

const needed = [spaceIds.new, spaceIds.old, spaceIds.code];

const recordOffsets = Array.from(
	{length: (allocatorBytes - allocatorFields.size) / 8},
	(_, index) => index * 8,
);

const idAt = (
	bytes: Buffer,
	record: number,
	{heap, spaces}: Pick<Place, 'heap' | 'spaces'>,
): number | undefined => {
	if (wordAt(bytes, record + allocatorFields.heap) !== heap) return undefined;
	const space = wordAt(bytes, record + allocatorFields.space);
	return spaces.find(({address}) => address === space)?.id;
};

// Allocators are objects of one size, one for each space, side by side.
const isRegular = (found: readonly {readonly id: number; readonly record: number}[]): boolean => {
	const steps = found.slice(1).map(({record}, index) => record - (found[index]?.record ?? 0));
	return new Set(found.map(({id}) => id)).size === found.length && new Set(steps).size === 1;
};

const areaOf = (view: MemoryView, bytes: Buffer, record: number): Allocators['newArea'] | undefined => {
	const area = view.read(wordAt(bytes, record + allocatorFields.allocationArea), areaFields.size);
	if (!area) return undefined;
	const [start, top, limit] = [areaFields.start, areaFields.top, areaFields.limit].map(at =>
		wordAt(area, at),
	);
	if (start === undefined || top === undefined || limit === undefined) return undefined;
	return start <= top && top <= limit && limit - start <= pageAlignment ? {top, limit} : undefined;
};
