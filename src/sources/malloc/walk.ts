import {wordAt} from '../../platform/linux/words.ts';
import type {Arena} from './arena.ts';
import {isEmptyBin} from './arena.ts';
import {binOfSize} from './bin-of-size.ts';
import type {ChunkReader} from './chunk.ts';
import {binAddress, binNumbers, binPlace, chunkUnits, fastBinCount} from './layout.ts';
import type {Moment} from './moment.ts';

/** What the free lists of an arena hold, fast bins included. */
export type Free = {readonly bytes: number; readonly chunks: number};

/** What a walk through all free lists found. */
export type Found = {
	/** By address of an arena's bins. */
	readonly free: ReadonlyMap<number, Free>;
	/** True when every list led back to its beginning, through chunks that belong into it. */
	readonly isWhole: boolean;
};

/** A walk that goes on a few chunks with each `next()`, and at last returns what it found. */
export type Walk = Generator<undefined, Found, undefined>;

/**
 * Walks through the free lists that begin in a moment's arenas. Whatever they lead to, it ends: after as many chunks as fit
 * into an arena at the latest. A list that breaks off counts up to there, one that leads in a circle not at
 * all.
 */
export function* walkThrough({arenas}: Pick<Moment, 'arenas'>, chunks: ChunkReader): Walk {
	const free = new Map<number, Free>();
	let isWhole = true;
	for (const arena of arenas) {
		const tally: Tally = {bytes: 0, chunks: 0, limit: arena.systemMem, isWhole: true};
		yield* walkFastBins(arena, tally, chunks);
		yield* walkBins(arena, tally, chunks);
		free.set(arena.bins, {bytes: tally.bytes, chunks: tally.chunks});
		isWhole &&= tally.isWhole;
	}
	return {free, isWhole};
}

/** What was found of one arena so far. */
type Tally = {bytes: number; chunks: number; isWhole: boolean; readonly limit: number};

type Steps = Generator<undefined, void, undefined>;

function* walkFastBins({bytes}: Arena, tally: Tally, chunks: ChunkReader): Steps {
	for (let bin = 0; bin < fastBinCount; bin += 1) {
		const size = chunkUnits.smallest + bin * chunkUnits.step;
		yield* walkFastBin(wordAt(bytes, bin * 8), size, tally, chunks);
	}
}

function* walkFastBin(first: number, size: number, tally: Tally, chunks: ChunkReader): Steps {
	const before = {...tally};
	let isPlain = false;
	for (let address = first; address !== 0; ) {
		const chunk = chunks.read(address);
		if (chunk?.size !== size) {
			tally.isWhole = false;
			return;
		}
		if (!count(tally, size)) return takeBack(tally, before);
		if (tally.chunks % turn === 0) yield;
		// Before 2.32 links are not mixed: then they make no sense the other way.
		isPlain ||= chunk.nextFast % chunkUnits.step !== 0;
		address = isPlain ? chunk.next : chunk.nextFast;
	}
}

function* walkBins(arena: Arena, tally: Tally, chunks: ChunkReader): Steps {
	for (let bin: number = binNumbers.unsorted; bin < binNumbers.last; bin += 1) {
		if (!isEmptyBin(arena.bins, arena.bytes, bin)) yield* walkBin(arena, bin, tally, chunks);
	}
}

function* walkBin({bins, bytes}: Arena, bin: number, tally: Tally, chunks: ChunkReader): Steps {
	const self = binAddress(bins, bin);
	const before = {...tally};
	let previous = self;
	let address = wordAt(bytes, binPlace(bin));
	while (address !== self) {
		const chunk = chunks.read(address);
		const belongs =
			chunk?.previous === previous && (bin === binNumbers.unsorted || binOfSize(chunk.size) === bin);
		if (!belongs) {
			tally.isWhole = false;
			return;
		}
		if (!count(tally, chunk.size)) return takeBack(tally, before);
		if (tally.chunks % turn === 0) yield;
		previous = address;
		address = chunk.next;
	}
	tally.isWhole &&= wordAt(bytes, binPlace(bin) + 8) === previous;
}

// Chunks between two looks at the clock: some microseconds where each is read from the process.
const turn = 16;

// Half a minute of walking; a list without end that a hostile program makes is not followed for longer.
const chunkLimit = 16 * 1024 ** 2;

const count = (tally: Tally, size: number): boolean => {
	if (tally.bytes + size > tally.limit || tally.chunks >= chunkLimit) return false;
	tally.bytes += size;
	tally.chunks += 1;
	return true;
};

// A list that holds more than its arena leads in a circle: nothing is known of it.
const takeBack = (tally: Tally, {bytes, chunks}: Tally): void => {
	tally.bytes = bytes;
	tally.chunks = chunks;
	tally.isWhole = false;
};
