import type {Range} from '../../platform/linux/byte-source.ts';
import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import {type Figures, figuresOf} from './figures.ts';
import {type Counts, gateRanges, readGate} from './gate.ts';
import type {Isolate} from './isolate.ts';
import {areaFields, spaceFields} from './layout.ts';
import {createSnapshot, type Snapshot} from './snapshot.ts';

/** What came of reading an isolate. */
export type IsolateReading =
	| {
			readonly state: 'whole';
			readonly figures: Figures;
			readonly counts: Counts | undefined;
			readonly settings: Settings;
	  }
	/** A collection is underway, in which the totals are none. */
	| {readonly state: 'collecting'; readonly counts: Counts | undefined}
	/** The totals contradict each other. */
	| {readonly state: 'torn'}
	/** It is being taken down, or its memory belongs to something else. */
	| {readonly state: 'dead'};

/** What of an isolate is no part of its heap, in bytes; undefined where it is not known. */
export type Settings = {readonly heapLimit: number | undefined; readonly external: number | undefined};

/** Prepares to read an isolate: some small pieces of memory, however large its heap. */
export const createIsolateReader = (
	memory: Pick<HeldBytes, 'readNow'>,
	isolate: Isolate,
): (() => IsolateReading) => {
	const gate = createSnapshot(memory, gateRanges(isolate));
	const snapshot = createSnapshot(memory, rangesOf(isolate));
	return () => {
		const before = readGate(isolate, gate);
		if (!before || !snapshot.take() || !isAlive(isolate, snapshot)) return {state: 'dead'};
		const after = readGate(isolate, gate);
		if (!after) return {state: 'dead'};
		const {counts} = after;
		const isQuiet = before.isQuiet && after.isQuiet && before.mark === after.mark;
		if (!isQuiet) return {state: 'collecting', counts};
		const figures = figuresOf(isolate, snapshot);
		return figures
			? {state: 'whole', figures, counts, settings: settingsOf(isolate, snapshot)}
			: {state: 'torn'};
	};
};

const isAlive = ({heap, spaces}: Isolate, {word, halfWord}: Snapshot): boolean =>
	spaces.every(
		({id, address}) => word(address + spaceFields.heap) === heap && halfWord(address + spaceFields.id) === id,
	);

const settingsOf = ({heap, layout, limits, newSpace}: Isolate, {word}: Snapshot): Settings => {
	const {maxSemispace, maxOldGeneration, external} = layout.heap;
	// As `Heap::MaxReserved` reckons it: two halves, and as much as one for new large objects; pages need no second half.
	const semispaces = newSpace.paged === undefined ? 3 : 2;
	const at = (base: number, offset = Number.NaN): number => word(base + offset);
	const heapLimit = at(limits ?? heap, maxOldGeneration) + semispaces * at(heap, maxSemispace);
	return {heapLimit: numberOf(heapLimit), external: numberOf(at(heap, external))};
};

const numberOf = (value: number): number | undefined => (Number.isSafeInteger(value) ? value : undefined);

const rangesOf = ({heap, layout, spaces, newSpace, areas, limits}: Isolate): readonly Range[] => {
	const {maxSemispace, maxOldGeneration, external} = layout.heap;
	const {to, from, capacity, top = 0, quarantined = 0} = layout.newSpace;
	const spaceSize = Math.max(spaceFields.size, layout.pagedSize + 8, layout.largeSize + 8);
	const newFields = [to + spaceFields.size, from + spaceFields.size, capacity + 8, top + 8, quarantined + 8];
	return [
		...[maxSemispace, external].flatMap(offset => (offset === undefined ? [] : [sized(heap + offset, 8)])),
		...(maxOldGeneration === undefined ? [] : [sized((limits ?? heap) + maxOldGeneration, 8)]),
		...spaces.map(({address}) => sized(address, spaceSize)),
		sized(newSpace.address, Math.max(...newFields)),
		...(newSpace.paged === undefined ? [] : [sized(newSpace.paged, spaceSize)]),
		...[newSpace.area, ...areas.map(({address}) => address)].map(address => sized(address, areaFields.size)),
	];
};

const sized = (start: number, size: number): Range => ({start, end: start + size});
