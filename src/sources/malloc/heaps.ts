import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import {isRead} from '../../platform/linux/held-bytes.ts';
import {wordAt} from '../../platform/linux/words.ts';
import type {Addressable} from './addressable.ts';
import {hasNoTop} from './arena.ts';
import {arenaEnd, chunkUnits, heapAlignment} from './layout.ts';
import type {ArenaMoment, Location, Moment} from './moment.ts';

/** A stretch of memory that an arena has chunks in, one behind the other. */
export type Heap = {
	readonly start: number;
	readonly end: number;
	/** Address of the first chunk. */
	readonly first: number;
	/** Address of what ends the chunks: the arena's top, or two words in a heap that it has left. */
	readonly last: number;
	/** True where the top is what ends them. */
	readonly hasTop: boolean;
};

/** What heaps are found by. */
export type HeapSearch = {
	readonly memory: Pick<HeldBytes, 'readNow'>;
	readonly location: Location;
	readonly addressable: Addressable;
};

/**
 * Where an arena's heaps lie; undefined unless they are as large as malloc counts them. The main arena's is one stretch up
 * to its top, unless it could not grow there; those of another arena begin with a description that leads to the one before
 * (`heap_info` in malloc/arena.c). Goes on some heaps with each `next()`.
 */
export function* heapsOf(
	search: HeapSearch,
	{parameters: {sbrkBase}}: Pick<Moment, 'parameters'>,
	arena: ArenaMoment,
): Generator<undefined, readonly Heap[] | undefined, undefined> {
	const isMain = arena.bins === search.location.mainBins;
	const heaps = isMain ? mainHeap(sbrkBase, arena) : yield* otherHeaps(search, arena);
	const size = heaps.reduce((sum, {start, end}) => sum + end - start, 0);
	const isSound = heaps.every(heap => isHeap(heap, search.addressable));
	return isSound && size === arena.systemMem ? heaps : undefined;
}

const isHeap = ({start, end, first, last}: Heap, addressable: Addressable): boolean =>
	start > 0 && first <= last && last < end && addressable(first, 16) && addressable(last, 16);

const mainHeap = (sbrkBase: number, arena: ArenaMoment): readonly Heap[] => {
	const {top, topSize} = arena;
	if (topSize === undefined || hasNoTop(arena)) return [];
	return [{start: sbrkBase, end: top + topSize, first: aligned(sbrkBase), last: top, hasTop: true}];
};

function* otherHeaps(
	{memory, location: {binsOffset}, addressable}: HeapSearch,
	{bins, top}: ArenaMoment,
): Generator<undefined, readonly Heap[], undefined> {
	const found: {start: number; end: number}[] = [];
	const info = Buffer.alloc(24);
	for (let heap = top - (top % heapAlignment); heap !== 0; ) {
		if (found.length >= heapLimit || !addressable(heap, info.length) || !isRead(memory, heap, info))
			return [];
		const [arena, before, size = Number.NaN] = [0, 8, 16].map(offset => wordAt(info, offset));
		if (arena !== bins - binsOffset || !(size <= heapAlignment)) return [];
		found.push({start: heap, end: heap + size});
		heap = before ?? 0;
		if (found.length % turn === 0) yield;
	}
	// The first one has the arena itself behind its description, whose size grew with the versions.
	const infoSize = bins - binsOffset - (found.at(-1)?.start ?? 0);
	return found.map(({start, end}, index) => ({
		start,
		end,
		first: index === found.length - 1 ? aligned(bins + arenaEnd) : aligned(start + infoSize),
		last: index === 0 ? top : end - 16,
		hasTop: index === 0,
	}));
}

const heapLimit = 100_000;

// Heaps between two looks at the clock.
const turn = 16;

const aligned = (address: number): number => Math.ceil(address / chunkUnits.step) * chunkUnits.step;
