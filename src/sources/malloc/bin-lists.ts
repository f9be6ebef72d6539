import {wordAt} from '../../platform/linux/words.ts';
import {type Arena, isEmptyBin} from './arena.ts';
import {binOfSize} from './bin-of-size.ts';
import type {ChunkReader} from './chunk.ts';
import {binAddress, binNumbers, binPlace} from './layout.ts';
import {count, giveUp, type Steps, type Tally} from './tally.ts';

/**
 * Walks through the lists of an arena's bins, for heaps that cannot be walked through from chunk to chunk. A list that does
 * not lead back to its beginning, through chunks that belong into it, tells nothing of the arena.
 */
export function* walkBinLists(arena: Arena, tally: Tally, chunks: ChunkReader): Steps {
	for (let bin: number = binNumbers.unsorted; bin < binNumbers.last; bin += 1) {
		if (isEmptyBin(arena.bins, arena.bytes, bin)) continue;
		if (!(yield* isCounted(arena, bin, tally, chunks))) return giveUp(tally);
	}
}

function* isCounted({bins, bytes}: Arena, bin: number, tally: Tally, chunks: ChunkReader): Steps<boolean> {
	const self = binAddress(bins, bin);
	let previous = self;
	let address = wordAt(bytes, binPlace(bin));
	while (address !== self) {
		const chunk = chunks.read(address);
		const belongs =
			chunk?.previous === previous && (bin === binNumbers.unsorted || binOfSize(chunk.size) === bin);
		if (!belongs || !count(tally, chunk.size)) return false;
		if (tally.chunks % chunksPerTurn === 0) yield;
		previous = address;
		address = chunk.next;
	}
	return wordAt(bytes, binPlace(bin) + 8) === previous;
}

// Between two looks at the clock: some microseconds where each is read from the process.
const chunksPerTurn = 16;
