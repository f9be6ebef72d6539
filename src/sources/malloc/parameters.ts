import {halfWordAt, wordAt} from '../../platform/linux/words.ts';

/** What malloc counts of the chunks that it maps one by one, in `mp_` of malloc/malloc.c. */
export type Parameters = {
	/** Bytes in such chunks. */
	readonly mmappedMem: number;
	/** How many there are; undefined where the version cannot be told. */
	readonly mmaps: number | undefined;
	/** Where the heap of the main arena begins; 0 when it has none. */
	readonly sbrkBase: number;
};

/** Bytes of the parameters that are read. */
export const parametersSize = 128;

/** Where the word for the number of bins of a thread's cache stands in them. */
export const cachePlace = 104;

/**
 * The parameters in `bytes`, whose words for the threads' caches stand at `cachePlace`; undefined where they contradict
 * each other. Before those words stand in every version from 2.26 to 2.41 the bytes mapped, the most of them so far, and
 * the beginning of the heap.
 */
export const parseParameters = (bytes: Buffer): Parameters | undefined => {
	const mmappedMem = wordAt(bytes, cachePlace - 24);
	const sbrkBase = wordAt(bytes, cachePlace - 8);
	const isSound = mmappedMem <= wordAt(bytes, cachePlace - 16) && mmappedMem % smallestPage === 0;
	return isSound && isCache(bytes) && !Number.isNaN(sbrkBase)
		? {mmappedMem, mmaps: mmapsIn(bytes), sbrkBase}
		: undefined;
};

const smallestPage = 4096;

// Bins and largest chunk of a thread's cache say the same, whatever they were tuned to (`do_set_tcache_max`).
const isCache = (bytes: Buffer): boolean => {
	const [bins, largest, count] = [0, 8, 16].map(offset => wordAt(bytes, cachePlace + offset));
	if (bins === undefined || largest === undefined || count === undefined) return false;
	const chunk = Math.max(32, 16 * Math.floor((largest + 8 + 15) / 16));
	return largest <= 1032 && count <= 0xffff && bins === (chunk - 32) / 16 + 1;
};

// 2.35 put words for huge pages before the four numbers of which this is the first, the second is its limit.
const mmapsIn = (bytes: Buffer): number | undefined => {
	for (const place of [cachePlace - 44, cachePlace - 40]) {
		const [mmaps, limit, most] = [0, 4, 8].map(offset => halfWordAt(bytes, place + offset));
		if (limit === defaultLimit && mmaps !== undefined && most !== undefined && mmaps <= most) return mmaps;
	}
	return undefined;
};

// `DEFAULT_MMAP_MAX`; a program that set another one is not told apart.
const defaultLimit = 65_536;
