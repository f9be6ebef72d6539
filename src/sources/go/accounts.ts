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
export const accountsSize = ({words}: Accounts): number => (3 * words + lockWords + systemWords) * 8;

/** Where the accounts may be when one of these rows of six words is the end of them. */
export const accountsBefore = (rows: readonly number[]): readonly Accounts[] =>
	rows.flatMap(row => sizes.map(words => ({address: row - (3 * words + lockWords) * 8, words})));

/** The reverse: where the six words can stand that end accounts at this address. */
export const rowsOfAccounts = (address: number): readonly number[] =>
	sizes.map(words => address + (3 * words + lockWords) * 8);

const sizes = [146, 147];

/**
 * Bytes taken from the system altogether by the books in `bytes` and the heap in `totals`; undefined unless both count the
 * same heap, as `readmemstats_m` in runtime/mstats.go demands.
 */
export const takenBy = (bytes: Buffer, {words}: Accounts, totals: Totals): number | undefined => {
	// Of all three generations together, the words of each from one on up to another.
	const sum = (first: number, end = first + 1): number =>
		sumOf(bytes, first, end) +
		sumOf(bytes, words + first, words + end) +
		sumOf(bytes, 2 * words + first, 2 * words + end);
	const {heapInUse, heapFree, heapReleased} = totals;
	const [committed, released, inHeap] = [sum(0), sum(1), sum(2)];
	// Stacks and work buffers, and until 1.24 or so bits of pointers: all that takes spans but the heap.
	const inSpans = sum(3, words - countWords);
	const system = sumOf(bytes, 3 * words + lockWords, 3 * words + lockWords + systemWords);
	const isSame =
		inHeap === heapInUse && released === heapReleased && committed === heapInUse + heapFree + inSpans;
	const rest = inSpans + system;
	return isSame && rest >= 0 ? heapInUse + heapFree + heapReleased + rest : undefined;
};

// A generation ends with counts of objects: tiny, large (twice two), and 68 classes of small ones (twice).
const countWords = 1 + 4 + 2 * 68;

// Behind the generations, the number of the current one and a lock.
const lockWords = 2;

// Bytes for threads' stacks, descriptions of spans, caches, profiles, collector, and the rest.
const systemWords = 6;

const sumOf = (bytes: Buffer, first: number, end: number): number => {
	let sum = 0;
	for (let word = first; word < end; word += 1) sum += signedWordAt(bytes, word * 8);
	return sum;
};

// A generation may count fewer than nothing, when what it saw freed was counted in another.
const signedWordAt = (bytes: Buffer, offset: number): number =>
	bytes.readInt32LE(offset + 4) * 2 ** 32 + bytes.readUInt32LE(offset);
