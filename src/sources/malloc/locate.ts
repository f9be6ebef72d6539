import {type ByteSource, piecesOf, type Range} from '../../platform/linux/byte-source.ts';
import type {Addressable} from './addressable.ts';
import {hasSoundBins, parseArena} from './arena.ts';
import {binAddress, binNumbers, binPlace, binsInWindow, binsOffsets, windowSize} from './layout.ts';
import type {Location} from './moment.ts';
import {cachePlace, parametersSize, parseParameters} from './parameters.ts';

/** What malloc's data is searched in. */
export type Search = {
	/** By address. */
	readonly memory: ByteSource;
	/** The library's own data: the parts of it that were ever touched. */
	readonly data: readonly Range[];
	readonly addressable: Addressable;
};

/**
 * Finds the main arena by its bins, each of which leads back to itself or to chunks, and by the ring that all arenas are in;
 * and the parameters by what their words must be. A clause instead where they are not found, or more than once; undefined
 * where malloc was not used yet. Throws ImageError.
 */
export const locate = async (search: Search): Promise<Location | string | undefined> => {
	const arenas = new Map<number, number>();
	const caches = new Map<number, boolean>();
	for (const range of search.data) {
		for await (const {position, bytes} of piecesOf(search.memory, range, cut)) {
			for (const bins of binsIn(position, bytes)) {
				const offset = await offsetInRing(search, bins);
				if (offset !== undefined) arenas.set(bins, offset);
			}
			for (const {cache, isUsed} of cachesIn(position, bytes, search.addressable)) caches.set(cache, isUsed);
		}
	}
	return decide([...arenas], [...caches]);
};

// Short enough that even code not yet compiled is through with a piece in a part of a millisecond.
const cut = {length: 16 * 1024, overlap: windowSize};

// By address: from an arena to its bins, and whether malloc was used.
const decide = (
	[arena, ...otherArenas]: readonly (readonly [number, number])[],
	[cache, ...otherCaches]: readonly (readonly [number, boolean])[],
): Location | string | undefined => {
	if (arena === undefined && cache?.[1] === false) return undefined;
	if (arena === undefined) return 'its arenas were not found';
	if (cache === undefined) return 'its parameters were not found';
	if (otherArenas.length > 0 || otherCaches.length > 0) return 'its data was found more than once';
	return {mainBins: arena[0], binsOffset: arena[1], cache: cache[0]};
};

/** Addresses in a piece of memory at which the bins of an arena may begin. */
export const binsIn = (position: number, bytes: Buffer): readonly number[] => {
	const found: number[] = [];
	const place = binPlace(binNumbers.last);
	for (let at = (8 - (position % 8)) % 8; at + windowSize <= bytes.length; at += 8) {
		const bins = position + at + binsInWindow;
		// The last bin is always empty.
		if (bytes.readUInt32LE(at + place) !== binAddress(bins, binNumbers.last) % 2 ** 32) continue;
		const window = bytes.subarray(at, at + windowSize);
		if (hasSoundBins(bins, window) && parseArena(bins, window) !== undefined) found.push(bins);
	}
	return found;
};

// Which of the known distances from its beginning makes the ring of arenas lead back to this one.
const offsetInRing = async (search: Search, mainBins: number): Promise<number | undefined> => {
	for (const offset of binsOffsets) {
		if (await isRing(search, mainBins, offset)) return offset;
	}
	return undefined;
};

const isRing = async ({memory, addressable}: Search, mainBins: number, offset: number): Promise<boolean> => {
	let bins = mainBins;
	for (let count = 0; count < ringLimit; count += 1) {
		const bytes = await memory.read(bins - binsInWindow, windowSize);
		const arena = bytes.length === windowSize ? parseArena(bins, bytes) : undefined;
		if (arena === undefined) return false;
		bins = arena.next + offset;
		if (bins === mainBins) return true;
		if (!addressable(bins - binsInWindow, windowSize)) return false;
	}
	return false;
};

const ringLimit = 512;

/** Addresses in a piece of memory at which the words about the threads' caches may stand in malloc's parameters. */
export const cachesIn = (
	position: number,
	bytes: Buffer,
	addressable: Addressable,
): readonly {cache: number; isUsed: boolean}[] => {
	const found: {cache: number; isUsed: boolean}[] = [];
	for (let at = (8 - (position % 8)) % 8; at + parametersSize <= bytes.length; at += 8) {
		const bins = bytes.readUInt32LE(at + cachePlace);
		if (bins === 0 || bins > 64 || bytes.readUInt32LE(at + cachePlace + 4) !== 0) continue;
		const parameters = parseParameters(bytes.subarray(at, at + parametersSize));
		if (parameters === undefined) continue;
		const hasHeap = parameters.sbrkBase === 0 || addressable(parameters.sbrkBase, 1);
		// One of them may have been tuned, hardly both.
		const isUsual = parameters.mmaps !== undefined || bins === 64;
		if (hasHeap && isUsual)
			found.push({cache: position + at + cachePlace, isUsed: parameters.sbrkBase !== 0});
	}
	return found;
};
