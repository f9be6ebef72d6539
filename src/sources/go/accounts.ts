import {wordAt} from '../../platform/linux/words.ts';
import type {Totals} from './totals.ts';

/**
 * The runtime's other set of books, `runtime.memstats`: what is taken from the system apart from the heap, and a second
 * count of the heap. The runtime stops with an error when the two do not agree with the world stopped; so where they
 * agree, nothing was read in the middle of a change.
 */
export type Accounts = {
	/** Address of the first of three generations of figures of the heap (`heapStats`), one behind the other. */
	readonly address: number;
	/** Words of a generation: 147 until Go 1.24 or so, later one less. */
	readonly words: number;
};

/** Bytes to read for the accounts. */
export const accountsSize = ({words}: Accounts): number => 3 * words * 8 + lockSize + systemCount * 8;

/** Where the accounts may be when one of these rows of six words is the end of them. */
export const accountsBefore = (rows: readonly number[]): readonly Accounts[] =>
	rows.flatMap(row => [146, 147].map(words => ({address: row - lockSize - 3 * words * 8, words})));

/**
 * Bytes taken from the system altogether by the books in `bytes` and the heap in `totals`; undefined unless both count the
 * same heap, as `readmemstats_m` in runtime/mstats.go demands.
 */
export const takenBy = (bytes: Buffer, {words}: Accounts, totals: Totals): number | undefined => {
	const sum = (word: number): number => sumOf(bytes, [word, words + word, 2 * words + word]);
	const {heapInUse, heapFree, heapReleased} = totals;
	const [committed, released, inHeap] = [sum(0), sum(1), sum(2)];
	// Stacks and work buffers, and until 1.24 or so bits of pointers: all that takes spans but the heap.
	const inSpans = Array.from({length: words - restWords}, (_, index) => sum(3 + index)).reduce(
		(a, b) => a + b,
	);
	const isSame =
		inHeap === heapInUse && released === heapReleased && committed === heapInUse + heapFree + inSpans;
	const system = sumOf(
		bytes,
		Array.from({length: systemCount}, (_, index) => 3 * words + lockSize / 8 + index),
	);
	return isSame ? heapInUse + heapFree + heapReleased + inSpans + system : undefined;
};

// The three words of a generation before those, and behind them the counts of objects: tiny, large (twice two), 68 classes twice.
const restWords = 3 + 1 + 4 + 2 * 68;

// Behind the generations, the number of the current one and a lock.
const lockSize = 16;

// Bytes for threads' stacks, descriptions of spans, caches, profiles, collector, and the rest.
const systemCount = 6;

const sumOf = (bytes: Buffer, words: readonly number[]): number =>
	words.reduce((sum, word) => sum + signedWordAt(bytes, word * 8), 0);

// A generation may count fewer than nothing, when what it saw freed was counted in another.
const signedWordAt = (bytes: Buffer, offset: number): number =>
	(bytes[offset + 7] ?? 0) < 0x80
		? wordAt(bytes, offset)
		: Number(BigInt.asIntN(64, bytes.readBigUInt64LE(offset)));
