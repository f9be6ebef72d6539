import type {Range} from '../../platform/linux/byte-source.ts';
import type {Isolate} from './isolate.ts';
import {areaFields, gcStates} from './layout.ts';
import type {Snapshot} from './snapshot.ts';

/** What tells whether an isolate is collected, and how often it was. */
export type Gate = {
	/** True while there is no collection. */
	readonly isQuiet: boolean;
	/** Undefined where the layout does not say where they are. */
	readonly counts: Counts | undefined;
	/** Two gates with other marks have had a collection between them. */
	readonly mark: string;
};

/** Collections of an isolate since it started. */
export type Counts = {
	/** All of them. */
	readonly collections: number;
	/** Those of the whole heap, mark-compacts. */
	readonly major: number;
};

/** What of an isolate's memory is read for its gate. */
export const gateRanges = (isolate: Isolate): readonly Range[] => {
	const {heap, layout, newSpace} = isolate;
	const {state, spaces, spaceCount} = layout.heap;
	if (state !== undefined) return [{start: heap + state, end: heap + state + collectionsOffset + 4}];
	return [
		{start: heap + spaces, end: heap + spaces + 8 * spaceCount},
		{start: newSpace.area, end: newSpace.area + areaFields.size},
	];
};

/** Reads the gate of an isolate; undefined where it is being taken down, or its memory belongs to something else. */
export const readGate = (isolate: Isolate, snapshot: Snapshot): Gate | undefined => {
	if (!snapshot.take()) return undefined;
	const {state} = isolate.layout.heap;
	return state === undefined ? gateByArea(isolate, snapshot) : gateByState(isolate.heap + state, snapshot);
};

const majorOffset = 0x18;
const collectionsOffset = 0x1c;

const gateByState = (address: number, {halfWord}: Snapshot): Gate | undefined => {
	const state = halfWord(address);
	const counts = {collections: halfWord(address + collectionsOffset), major: halfWord(address + majorOffset)};
	if (!(state < gcStates.tearDown && counts.major <= counts.collections)) return undefined;
	return {isQuiet: state === gcStates.notInCollection, counts, mark: String(counts.collections)};
};

// A collection begins with giving back the allocation areas (`Heap::FreeMainThreadLinearAllocationAreas`), since V8 12 so
// that nothing is left of them: as long as there is one of the new space, there is no collection, and after one it is
// another.
const gateByArea = ({heap, layout, spaces, newSpace}: Isolate, {word}: Snapshot): Gate | undefined => {
	const isOwn = spaces.every(({id, address}) => word(heap + layout.heap.spaces + 8 * id) === address);
	const [start, top, limit] = [areaFields.start, areaFields.top, areaFields.limit].map(at =>
		word(newSpace.area + at),
	);
	if (!isOwn || Number.isNaN(top)) return undefined;
	return {isQuiet: top !== 0, counts: undefined, mark: `${start}-${limit}`};
};
