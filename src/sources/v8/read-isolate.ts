import type {Range} from '../../platform/linux/byte-source.ts';
import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import {type Figures, figuresOf} from './figures.ts';
import type {Isolate} from './isolate.ts';
import {areaFields, gcStates, spaceFields} from './layout.ts';
import {createSnapshot, type Snapshot} from './snapshot.ts';

/** What came of reading an isolate. */
export type IsolateReading =
	| {readonly state: 'whole'; readonly figures: Figures; readonly counts: Counts; readonly settings: Settings}
	/** A collection is underway, in which the totals are none. */
	| {readonly state: 'collecting'; readonly counts: Counts}
	/** The totals contradict each other. */
	| {readonly state: 'torn'}
	/** It is being taken down, or its memory belongs to something else. */
	| {readonly state: 'dead'};

/** Collections of an isolate since it started. */
export type Counts = {
	/** All of them. */
	readonly collections: number;
	/** Those of the whole heap, mark-compacts. */
	readonly major: number;
};

/** What of an isolate is no part of its heap, in bytes; undefined where it is not known. */
export type Settings = {readonly heapLimit: number | undefined; readonly external: number | undefined};

/** Prepares to read an isolate: some small pieces of memory, however large its heap. */
export const createIsolateReader = (
	memory: Pick<HeldBytes, 'readNow'>,
	isolate: Isolate,
): (() => IsolateReading) => {
	const gate = createSnapshot(memory, [gateOf(isolate)]);
	const snapshot = createSnapshot(memory, rangesOf(isolate));
	return () => {
		const before = readGate(isolate, gate);
		if (!before || !snapshot.take() || !isAlive(isolate, snapshot)) return {state: 'dead'};
		const after = readGate(isolate, gate);
		if (!after) return {state: 'dead'};
		const counts = {collections: after.collections, major: after.major};
		const isQuiet = [before, after].every(({gcState}) => gcState === gcStates.notInCollection);
		if (!isQuiet || before.collections !== after.collections) return {state: 'collecting', counts};
		const figures = figuresOf(isolate, snapshot);
		return figures
			? {state: 'whole', figures, counts, settings: settingsOf(isolate, snapshot)}
			: {state: 'torn'};
	};
};

type Gate = Counts & {readonly gcState: number};

const majorOffset = 0x18;
const collectionsOffset = 0x1c;

const gateOf = ({heap, layout}: Isolate): Range => {
	const start = heap + layout.heap.state;
	return {start, end: start + collectionsOffset + 4};
};

const readGate = ({heap, layout}: Isolate, {take, halfWord}: Snapshot): Gate | undefined => {
	const address = heap + layout.heap.state;
	if (!take()) return undefined;
	const gcState = halfWord(address);
	const major = halfWord(address + majorOffset);
	const collections = halfWord(address + collectionsOffset);
	return gcState < gcStates.tearDown && major <= collections ? {gcState, major, collections} : undefined;
};

const isAlive = ({heap, spaces}: Isolate, {word, halfWord}: Snapshot): boolean =>
	spaces.every(
		({id, address}) => word(address + spaceFields.heap) === heap && halfWord(address + spaceFields.id) === id,
	);

const settingsOf = ({heap, layout, limits, newSpace}: Isolate, {word}: Snapshot): Settings => {
	const {maxSemispace, maxOldGeneration, external} = layout.heap;
	// As `Heap::MaxReserved` reckons it: two halves, and as much as one for new large objects; pages need no second half.
	const semispaces = newSpace.paged === undefined ? 3 : 2;
	const heapLimit = word((limits ?? heap) + maxOldGeneration) + semispaces * word(heap + maxSemispace);
	return {
		heapLimit: numberOf(heapLimit),
		external: external === undefined ? undefined : numberOf(word(heap + external)),
	};
};

const numberOf = (value: number): number | undefined => (Number.isSafeInteger(value) ? value : undefined);

const rangesOf = ({heap, layout, spaces, newSpace, areas, limits}: Isolate): readonly Range[] => {
	const {maxSemispace, maxOldGeneration, external = maxSemispace} = layout.heap;
	const {to, from, capacity, top = 0, quarantined = 0} = layout.newSpace;
	const spaceSize = Math.max(spaceFields.size, layout.pagedSize + 8, layout.largeSize + 8);
	const newFields = [to + spaceFields.size, from + spaceFields.size, capacity + 8, top + 8, quarantined + 8];
	return [
		...[maxSemispace, external].map(offset => sized(heap + offset, 8)),
		sized((limits ?? heap) + maxOldGeneration, 8),
		...spaces.map(({address}) => sized(address, spaceSize)),
		sized(newSpace.address, Math.max(...newFields)),
		...(newSpace.paged === undefined ? [] : [sized(newSpace.paged, spaceSize)]),
		...[newSpace.area, ...areas.map(({address}) => address)].map(address => sized(address, areaFields.size)),
	];
};

const sized = (start: number, size: number): Range => ({start, end: start + size});
