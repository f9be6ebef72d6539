import type {Header, HeaderReader} from './headers.ts';
import type {Heap} from './heaps.ts';
import {chunkFlags, chunkUnits} from './layout.ts';
import {count, giveUp, isHopeless, type Steps, type Tally} from './tally.ts';

/** What a heap is walked through with. */
export type HeapWalk = {
	readonly headers: HeaderReader;
	/** A second one, for a look ahead. */
	readonly ahead: HeaderReader;
	/** True in the main arena's heap, whose chunks carry no mark of another arena. */
	readonly isMain: boolean;
	/** Address of the arena's top at this moment. */
	readonly topNow: () => number;
	/** Bytes in a page. */
	readonly pageSize: number;
};

/**
 * Counts the free chunks of a heap, from chunk to chunk by their sizes. One is free when the next one says so, and says its
 * size as well; what waits in fast bins and in the caches of threads looks as if it were in use. Where the program changed
 * the heap meanwhile so that a chunk leads nowhere, the walk goes on behind that, and what it left out is unknown.
 */
export function* walkHeap(heap: Heap, tally: Tally, walk: HeapWalk): Steps {
	// One for all chunks: there are a great many.
	const place = {heap, address: heap.first, before: 0};
	let turns = 0;
	while (place.address < heap.last && !isHopeless(tally)) {
		const header = walk.headers.read(place.address);
		if (!header || !isChunk(header, place, walk)) {
			place.address = yield* stepOver(place, tally, walk);
			place.before = 0;
			continue;
		}
		if (isFreeBefore(header, place.before) && !count(tally, place.before)) giveUp(tally);
		place.before = header.size;
		place.address += header.size;
		turns += 1;
		if (turns % chunksPerTurn === 0) yield;
	}
}

// Between two looks at the clock: each may have to be read from the process.
const chunksPerTurn = 64;

/** Where a chunk is thought to be, and the size of the one before it, 0 where that is not known. */
type Place = {readonly heap: Heap; readonly address: number; readonly before: number};

const isChunk = ({size, flags, previousSize}: Header, {heap, address, before}: Place, {isMain}: HeapWalk) => {
	const end = address + size;
	const isSized = size >= chunkUnits.smallest || (size === fencepost && !heap.hasTop && end === heap.last);
	const isSound = isSized && size % chunkUnits.step === 0 && end <= heap.last;
	const isOurs = (flags & chunkFlags.isMapped) === 0 && !(isMain && flags & chunkFlags.isOfOtherArena);
	const fits = before === 0 || (flags & chunkFlags.isPreviousInUse) !== 0 || previousSize === before;
	return isSound && isOurs && fits;
};

// Size of the chunk that stands at the end of a heap that was left.
const fencepost = 16;

const isFreeBefore = ({flags}: Header, before: number): boolean =>
	before > 0 && (flags & chunkFlags.isPreviousInUse) === 0;

// To the next place that a row of chunks begins at; all from the last chunk seen up to there is unknown. What leads nowhere
// may also be the top, which begins further down than it did.
function* stepOver({heap, address: from, before}: Place, tally: Tally, walk: HeapWalk): Steps<number> {
	const {headers, pageSize} = walk;
	tally.isWhole = false;
	if (heap.hasTop && walk.topNow() === from) return heap.last;
	tally.unknown += before;
	let turns = 0;
	for (let address = from; address < heap.last; ) {
		const header = headers.read(address);
		if (header && isChunk(header, {heap, address, before: 0}, walk) && isRow(heap, address, walk))
			return address;
		const next = header ? address + chunkUnits.step : address - (address % pageSize) + pageSize;
		tally.unknown += Math.min(next, heap.last) - address;
		if (isHopeless(tally)) break;
		address = next;
		turns += 1;
		if (turns % chunksPerTurn === 0) yield;
	}
	return heap.last;
}

// So many chunks one behind the other, or fewer up to the heap's end, are no accident.
const isRow = (heap: Heap, from: number, walk: HeapWalk): boolean => {
	walk.ahead.forget();
	let [address, before] = [from, 0];
	for (let length = 0; length < leastRow && address < heap.last; length += 1) {
		const header = walk.ahead.read(address);
		if (!header || !isChunk(header, {heap, address, before}, walk)) return false;
		before = header.size;
		address += before;
	}
	return true;
};

const leastRow = 16;
