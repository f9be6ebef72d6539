import {wordAt} from '../../platform/linux/words.ts';

/**
 * The six running totals that the runtime keeps one behind the other in `runtime.gcController`, in bytes; see
 * `gcControllerState` in runtime/mgcpacer.go, the same from Go 1.19 on.
 */
export type Totals = {
	/** In spans that hold objects. */
	readonly heapInUse: number;
	/** Given back to the system. */
	readonly heapReleased: number;
	/** In no span, but not given back. */
	readonly heapFree: number;
	/** Of objects, since the program started. */
	readonly totalAlloc: number;
	readonly totalFree: number;
	/** Of everything that may be touched at once, heap or not. */
	readonly mappedReady: number;
};

/** Bytes that the totals take. */
export const totalsSize = 48;

/** The totals at `offset`; NaN for each word that is not there. */
export const totalsAt = (bytes: Buffer, offset: number): Totals => ({
	heapInUse: wordAt(bytes, offset),
	heapReleased: wordAt(bytes, offset + 8),
	heapFree: wordAt(bytes, offset + 16),
	totalAlloc: wordAt(bytes, offset + 24),
	totalFree: wordAt(bytes, offset + 32),
	mappedReady: wordAt(bytes, offset + 40),
});

/** MemStats.Alloc. */
export const allocOf = ({totalAlloc, totalFree}: Totals): number => totalAlloc - totalFree;

/** MemStats.Sys. */
export const sysOf = ({mappedReady, heapReleased}: Totals): number => mappedReady + heapReleased;

/**
 * True when the totals can be those of one moment: heap in whole pages, objects no larger than their spans, and
 * all of it within what is mapped, of which there are no more than `virtual` bytes.
 */
export const areConsistent = (totals: Totals, virtual: number): boolean => {
	const {heapInUse, heapReleased, heapFree, mappedReady} = totals;
	const alloc = allocOf(totals);
	return (
		heapInUse > 0 &&
		heapInUse % heapPage === 0 &&
		heapFree % heapPage === 0 &&
		heapReleased % smallestPage === 0 &&
		alloc >= 0 &&
		alloc <= heapInUse &&
		heapInUse + heapFree <= mappedReady &&
		sysOf(totals) <= virtual
	);
};

const heapPage = 8192;
const smallestPage = 4096;
