import {wordAt} from '../../platform/linux/words.ts';
import type {Arena} from './arena.ts';
import type {ChunkReader} from './chunk.ts';
import {arenaFields, chunkUnits, fastBinCount} from './layout.ts';
import {count, giveUp, type Steps, type Tally} from './tally.ts';

/** What the fast bins of an arena are walked through with. */
export type FastWalk = {
	readonly chunks: ChunkReader;
	/** The word at an address now; NaN where there is none. */
	readonly wordNow: (address: number) => number;
};

/**
 * Walks through the fast bins of an arena, lists linked one way that the program puts chunks on and takes them from at one
 * end. A list that breaks off, because of that, is begun again from what its end is by then.
 */
export function* walkFastBins({bins, bytes}: Arena, tally: Tally, walk: FastWalk): Steps {
	for (let bin = 0; bin < fastBinCount; bin += 1) {
		const size = chunkUnits.smallest + bin * chunkUnits.step;
		let first = wordAt(bytes, bin * 8);
		for (let attempt = 1; !(yield* isCounted(first, size, tally, walk.chunks)); attempt += 1) {
			if (attempt === attempts) return giveUp(tally);
			tally.isWhole = false;
			walk.chunks.forget();
			first = walk.wordNow(bins + arenaFields.fastBins + bin * 8);
		}
	}
}

const attempts = 5;

// Counts the chunks of a list; none when it does not lead to its end.
function* isCounted(first: number, size: number, tally: Tally, chunks: ChunkReader): Steps<boolean> {
	const {bytes, chunks: before} = tally;
	let isPlain = false;
	for (let address = first; address !== 0; ) {
		const chunk = chunks.read(address);
		if (chunk?.size !== size || !count(tally, size)) {
			[tally.bytes, tally.chunks] = [bytes, before];
			return false;
		}
		if (tally.chunks % chunksPerTurn === 0) yield;
		// Before 2.32 links are not mixed: then they make no sense the other way.
		isPlain ||= chunk.nextFast % chunkUnits.step !== 0;
		address = isPlain ? chunk.next : chunk.nextFast;
	}
	return true;
}

// Between two looks at the clock: each may have to be read from the process.
const chunksPerTurn = 16;
