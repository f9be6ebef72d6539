import type {Range} from '../../platform/linux/byte-source.ts';
import {type HeldBytes, isRead} from '../../platform/linux/held-bytes.ts';
import {halfWordAt, wordAt} from '../../platform/linux/words.ts';

/** Some ranges of memory, read all at once again and again. */
export type Snapshot = {
	/** Reads them now; false where they are not all there. Never throws. */
	readonly take: () => boolean;
	/** The 64-bit word at an address in one of the ranges, as it was when they were read last. */
	readonly word: (address: number) => number;
	readonly halfWord: (address: number) => number;
};

/** Prepares a snapshot of ranges; what lies near each other is read in one piece. */
export const createSnapshot = (memory: Pick<HeldBytes, 'readNow'>, ranges: readonly Range[]): Snapshot => {
	const pieces = join(ranges).map(({start, end}) => ({start, end, bytes: Buffer.alloc(end - start)}));
	const pieceOf = (address: number) => pieces.find(({start, end}) => address >= start && address < end);
	const at = <Result>(
		address: number,
		read: (bytes: Buffer, offset: number) => Result,
	): Result | undefined => {
		const piece = pieceOf(address);
		return piece && read(piece.bytes, address - piece.start);
	};
	return {
		take: () => pieces.every(({start, bytes}) => isRead(memory, start, bytes)),
		word: address => at(address, wordAt) ?? Number.NaN,
		halfWord: address => at(address, halfWordAt) ?? Number.NaN,
	};
};

// Bytes: to read across a gap this small is cheaper than to read twice. It is no larger than a page of the system, so
// that the ranges on both sides lie on pages that the gap lies on.
const gapLimit = 4096 - 64;
const lengthLimit = 16 * 1024;

const join = (ranges: readonly Range[]): readonly Range[] => {
	const joined: {start: number; end: number}[] = [];
	for (const {start, end} of ranges.toSorted((one, other) => one.start - other.start)) {
		const last = joined.at(-1);
		if (last && start - last.end <= gapLimit && end - last.start <= lengthLimit)
			last.end = Math.max(last.end, end);
		else joined.push({start, end});
	}
	return joined;
};
