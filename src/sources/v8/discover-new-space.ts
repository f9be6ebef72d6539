import {halfWordAt, wordAt} from '../../platform/linux/words.ts';
import type {Allocators} from './discover-allocators.ts';
import {type NewSpaceLayout, spaceFields, spaceIds} from './layout.ts';
import {type Page, pageAlignment} from './page.ts';

/** What is known of a new space of an unknown version. */
export type NewSpaceEvidence = {
	readonly heap: number;
	readonly address: number;
	/** The beginning of the object. */
	readonly bytes: Buffer;
	/** The page that the area is in. */
	readonly current: Page;
	readonly area: Allocators['newArea'];
	/** Where spaces for large objects have their `objects_size_`. */
	readonly largeSize: number;
};

/** Bytes of a new space that its numbers are searched in. */
export const newSpaceBytes = 0x280;

/**
 * Finds the halves of a new space, its `current_capacity_`, and its `allocation_top_`: the page that is allocated in must
 * belong to the first half, which points to it, and end where the top is. Undefined where that is not so, or where the
 * space has no halves.
 */
export const findNewSpace = (evidence: NewSpaceEvidence): NewSpaceLayout | undefined => {
	const {address, bytes, current, area, largeSize} = evidence;
	const [to, from, third] = halvesIn(evidence);
	if (to === undefined || from === undefined || third !== undefined) return undefined;
	const [top, secondTop] = offsetsOf(bytes, area.limit, {start: from, end: newSpaceBytes});
	if (current.owner !== address + to || top === undefined || secondTop !== undefined) return undefined;
	// What a space adds to what all of them have begins at the same place in both.
	const capacity = to + largeSize - largeSizeInOwnFields;
	const isCurrent = offsetsOf(bytes, current.description, {start: capacity + 8, end: from}).length > 0;
	const isWhole = isCurrent && isCapacity(wordAt(bytes, capacity), wordAt(bytes, to + spaceFields.committed));
	const {areaStart, areaSize} = current;
	return isWhole ? {to, from, capacity, top, areaStart, areaSize} : undefined;
};

// Bytes of the fields of a `LargeObjectSpace` before its `objects_size_`.
const largeSizeInOwnFields = 16;

const halvesIn = ({heap, bytes}: Pick<NewSpaceEvidence, 'heap' | 'bytes'>): readonly number[] =>
	wordsIn({start: spaceFields.size, end: newSpaceBytes - spaceFields.size}).filter(
		offset =>
			wordAt(bytes, offset + spaceFields.heap) === heap &&
			halfWordAt(bytes, offset + spaceFields.id) === spaceIds.new,
	);

type Part = {readonly start: number; readonly end: number};

const offsetsOf = (bytes: Buffer, value: number, part: Part): readonly number[] =>
	wordsIn(part).filter(offset => wordAt(bytes, offset) === value);

const wordsIn = ({start, end}: Part): readonly number[] =>
	Array.from({length: Math.max(0, (end - start) / 8)}, (_, index) => start + index * 8);

const isCapacity = (capacity: number, committed: number): boolean =>
	capacity > 0 && capacity % pageAlignment === 0 && capacity <= committed;
