import {type ByteSource, type Range, readExactly} from '../../platform/linux/byte-source.ts';
import {wordAt} from '../../platform/linux/words.ts';
import {type Arena, hasNoTop} from './arena.ts';
import {heapAlignment} from './layout.ts';
import type {ArenaMoment, Location, Moment} from './moment.ts';

/**
 * Where the heaps of all arenas lie, ascending; undefined unless they are as large as malloc counts them. The main arena's
 * is one stretch up to its top, unless others moved the end of the program's heap; those of another arena begin with a
 * description that leads to the one before (`heap_info` in malloc/arena.c). Throws ImageError.
 */
export const heapsOf = async (
	memory: ByteSource,
	location: Location,
	{parameters, arenas}: Moment,
): Promise<readonly Range[] | undefined> => {
	const ranges: Range[] = [];
	for (const arena of arenas) {
		const isMain = arena.bins === location.mainBins;
		const heaps = isMain ? mainHeap(parameters.sbrkBase, arena) : await otherHeaps(memory, location, arena);
		if (sizeOf(heaps) !== arena.systemMem) return undefined;
		ranges.push(...heaps);
	}
	return ranges.toSorted((one, other) => one.start - other.start);
};

const mainHeap = (sbrkBase: number, arena: ArenaMoment): readonly Range[] => {
	if (arena.topSize === undefined || hasNoTop(arena)) return [];
	return [{start: sbrkBase, end: arena.top + arena.topSize}];
};

const otherHeaps = async (
	memory: ByteSource,
	{binsOffset}: Location,
	{bins, top}: Arena,
): Promise<readonly Range[]> => {
	const ranges: Range[] = [];
	let heap = top - (top % heapAlignment);
	while (heap > 0 && ranges.length < heapLimit) {
		const info = await readExactly(memory, heap, 32);
		const [arena, before, size] = [0, 8, 16].map(offset => wordAt(info, offset));
		if (arena !== bins - binsOffset || size === undefined || !(size <= heapAlignment)) return [];
		ranges.push({start: heap, end: heap + size});
		heap = before ?? 0;
	}
	return ranges;
};

const heapLimit = 100_000;

const sizeOf = (ranges: readonly Range[]): number =>
	ranges.reduce((sum, {start, end}) => sum + end - start, 0);
