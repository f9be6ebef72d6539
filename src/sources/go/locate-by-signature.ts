import {type Piece, piecesOf} from '../../platform/linux/byte-source.ts';
import type {Image} from './image.ts';
import {controllerSize, type Location, totalsOffsets} from './location.ts';
import {isMinimumHeap} from './pacing.ts';

/**
 * Finds the totals by what the words of a gcController must be, in all data the process has touched. Undefined also
 * when more than one place looks like it. Throws ImageError.
 */
export const locateBySignature = async ({memory, data, virtual}: Image): Promise<Location | undefined> => {
	const found: Location[] = [];
	for (const range of data) {
		for await (const piece of piecesOf(memory, range, cut)) {
			found.push(...locationsIn(piece, virtual).filter(location => isNew(found, location)));
		}
	}
	return found.length === 1 ? found[0] : undefined;
};

// Short enough that even code not yet compiled is through with a piece in a part of a millisecond.
const cut = {length: 16 * 1024, overlap: controllerSize};

/** Every place in a piece of memory that looks like a gcController with its totals. */
export const locationsIn = ({position, bytes}: Piece, virtual: number): readonly Location[] => {
	const found: Location[] = [];
	for (const at of likelyPlaces(bytes, (8 - (position % 8)) % 8)) {
		const offsets = totalsOffsets(bytes.subarray(at, at + controllerSize), virtual);
		found.push(...offsets.map(totals => ({controller: position + at, totals})));
	}
	return found;
};

// The first words as `parsePacing` knows them, without a view on each place in memory; with a limit of at least a MiB, and
// GOGC not 0, which would make a beginning of nearly any zeros.
const likelyPlaces = (bytes: Buffer, start: number): readonly number[] => {
	const places: number[] = [];
	const copy = new Uint8Array(bytes.subarray(start));
	const halves = new Int32Array(copy.buffer, 0, copy.length >> 2);
	for (let index = 0; index + 6 <= halves.length; index += 2) {
		const percent = halves[index] ?? 0;
		if (halves[index + 1] !== 0 || percent < -1 || percent === 0) continue;
		const limit = halves[index + 3] ?? 0;
		const isLimit = limit > 0 || (limit === 0 && (halves[index + 2] ?? 0) >>> 20 !== 0);
		const minimum = ((halves[index + 5] ?? 0) >>> 0) * 2 ** 32 + ((halves[index + 4] ?? 0) >>> 0);
		if (isLimit && isMinimumHeap(minimum, percent)) places.push(start + index * 4);
	}
	return places;
};

const isNew = (found: readonly Location[], {controller, totals}: Location): boolean =>
	!found.some(known => known.controller === controller && known.totals === totals);
