import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import {isRead} from '../../platform/linux/held-bytes.ts';
import {wordAt} from '../../platform/linux/words.ts';
import {walkBinLists} from './bin-lists.ts';
import {type ChunkReader, createChunkReader} from './chunk.ts';
import {walkFastBins} from './fast-bins.ts';
import {createHeaderReader, type HeaderReader} from './headers.ts';
import {walkHeap} from './heap-walk.ts';
import {type HeapSearch, heapsOf} from './heaps.ts';
import {arenaFields} from './layout.ts';
import type {ArenaMoment, Moment} from './moment.ts';
import {isHopeless, type Steps, type Tally} from './tally.ts';

/** What is free in an arena, fast bins included, its top not. */
export type Free = {
	readonly bytes: number;
	readonly chunks: number;
	/** Bytes of all its chunks but the top, in use or free. */
	readonly of: number;
};

/** What a walk found. */
export type Found = {
	/** By address of an arena's bins. */
	readonly free: ReadonlyMap<number, Free>;
	/** True when all was found as it is in a program at rest; otherwise it is an estimate. */
	readonly isWhole: boolean;
};

/** A walk that goes on a few chunks with each `next()`; undefined in the end where it saw too little. */
export type Walk = Steps<Found | undefined>;

/** What walks read. */
export type WalkOptions = HeapSearch & {
	readonly pagemap: Pick<HeldBytes, 'readNow'>;
	/** Bytes in a page. */
	readonly pageSize: number;
};

/** How a walk is begun: from a moment's arenas, by the lists of all bins even where the heaps are known. */
export type Beginning = {readonly moment: Moment; readonly isByLists: boolean};

/**
 * Makes walks, one at a time, through everything free in a moment's arenas: through their heaps from chunk to chunk, or by
 * the lists of their bins, and through their fast bins. Whatever the memory holds, they end: a heap is gone through once,
 * and a list holds no more chunks than fit into the arena.
 */
export const createWalks = (options: WalkOptions): ((beginning: Beginning) => Walk) => {
	const chunks = createChunkReader(options.memory, options.addressable);
	const readers = {chunks, headers: createHeaderReader(options), ahead: createHeaderReader(options)};
	return beginning => {
		for (const reader of Object.values(readers)) reader.forget();
		return walkThrough(beginning, {...options, ...readers});
	};
};

type Walking = WalkOptions & {
	readonly chunks: ChunkReader;
	readonly headers: HeaderReader;
	readonly ahead: HeaderReader;
};

function* walkThrough({moment, isByLists}: Beginning, walking: Walking): Walk {
	const free = new Map<number, Free>();
	const patience = unknownShare * moment.arenas.reduce((sum, arena) => sum + chunkBytesOf(arena), 0);
	let [unknown, isWhole] = [0, true];
	for (const arena of moment.arenas) {
		const tally: Tally = {bytes: 0, chunks: 0, unknown, isWhole: true, limit: arena.systemMem, patience};
		const wordNow = (address: number): number => wordIn(walking, address);
		const heaps = isByLists ? undefined : yield* heapsOf(walking, moment, arena);
		if (heaps === undefined) yield* walkBinLists(arena, tally, walking.chunks);
		const isMain = arena.bins === walking.location.mainBins;
		const topNow = (): number => wordNow(arena.bins + arenaFields.top);
		for (const heap of heaps ?? []) yield* walkHeap(heap, tally, {...walking, isMain, topNow});
		yield* walkFastBins(arena, tally, {chunks: walking.chunks, wordNow});
		if (isHopeless(tally)) return undefined;
		free.set(arena.bins, {bytes: tally.bytes, chunks: tally.chunks, of: chunkBytesOf(arena)});
		({unknown} = tally);
		isWhole &&= tally.isWhole;
	}
	return {free, isWhole};
}

// Of the bytes of all chunks: so far off can an estimate be at most.
const unknownShare = 0.05;

/** Bytes of all chunks of an arena but its top. */
export const chunkBytesOf = ({systemMem, topSize = 0}: ArenaMoment): number => systemMem - topSize;

const wordIn = ({memory}: Pick<Walking, 'memory'>, address: number): number => {
	const word = Buffer.alloc(8);
	return isRead(memory, address, word) ? wordAt(word, 0) : Number.NaN;
};
