/**
 * Where the fields of an arena lie, in bytes from its array of bins: the same on all 64-bit machines in glibc 2.26 to 2.41,
 * see `struct malloc_state` in malloc/malloc.c. Only what stands before them grew by a word (`have_fastchunks`, 2.27).
 */
export const arenaFields = {
	fastBins: -96,
	top: -16,
	next: 2048,
	systemMem: 2072,
	maxSystemMem: 2080,
} as const;

/** Bytes of an arena that are read, from its fast bins on. */
export const windowSize = 2088 + 96;

/** Bytes from an arena's bins to its end. */
export const arenaEnd = 2088;

/** Where the bins begin in what is read of an arena. */
export const binsInWindow = 96;

/** Fast bins of an arena (`NFASTBINS`). */
export const fastBinCount = 10;

/** Numbers of the first and the last bin: the unsorted one, and one that is always empty (`NBINS` is 128). */
export const binNumbers = {unsorted: 1, last: 127} as const;

/** Bytes from the beginning of an arena to its bins: from 2.27 on, and in 2.26. */
export const binsOffsets = [112, 104] as const;

/** Size of the smallest chunk, and of the steps in size (`MINSIZE`, `MALLOC_ALIGNMENT`). */
export const chunkUnits = {smallest: 32, step: 16} as const;

/** The lowest bits of a chunk's size (`PREV_INUSE`, `IS_MMAPPED`, `NON_MAIN_ARENA`). */
export const chunkFlags = {isPreviousInUse: 1, isMapped: 2, isOfOtherArena: 4} as const;

/** The address that stands for a bin in its own list: that of a chunk whose links are the bin (`bin_at`). */
export const binAddress = (bins: number, bin: number): number => bins + (bin - 1) * 16 - 16;

/** The place of a bin's two links in what is read of an arena. */
export const binPlace = (bin: number): number => binsInWindow + (bin - 1) * 16;

/**
 * The most that a heap of another arena than the main one takes, and what it is aligned to (`HEAP_MAX_SIZE`, without huge
 * pages).
 */
export const heapAlignment = 64 * 1024 ** 2;
