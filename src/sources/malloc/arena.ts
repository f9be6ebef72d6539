import {wordAt} from '../../platform/linux/words.ts';
import {arenaFields, binAddress, binNumbers, binPlace, binsInWindow, chunkUnits} from './layout.ts';

/** One arena as read at a moment: a heap with its free lists, for the threads that use it. */
export type Arena = {
	/** Address of its array of bins. */
	readonly bins: number;
	/** From its fast bins to its end; see `windowSize`. */
	readonly bytes: Buffer;
	/** Address of the chunk at the end of its heap that everything new is cut from. */
	readonly top: number;
	/** Address of the next arena. */
	readonly next: number;
	/** Bytes obtained from the system. */
	readonly systemMem: number;
};

/** The arena in `bytes`; undefined where they cannot be one that was ever used. */
export const parseArena = (bins: number, bytes: Buffer): Arena | undefined => {
	const field = (name: keyof typeof arenaFields): number => wordAt(bytes, binsInWindow + arenaFields[name]);
	const [top, next, systemMem] = [field('top'), field('next'), field('systemMem')];
	const isSound =
		systemMem <= field('maxSystemMem') &&
		top >= chunkUnits.smallest &&
		top % chunkUnits.step === 0 &&
		next > 0 &&
		isEmptyBin(bins, bytes, binNumbers.last);
	return isSound ? {bins, bytes, top, next, systemMem} : undefined;
};

/** True when the top is still a stand-in for one: nothing was obtained from the system for this arena (`initial_top`). */
export const hasNoTop = ({bins, top}: Arena): boolean => top === bins + arenaFields.top;

/** True when a bin's links lead back to it. */
export const isEmptyBin = (bins: number, bytes: Buffer, bin: number): boolean => {
	const self = binAddress(bins, bin);
	const place = binPlace(bin);
	return wordAt(bytes, place) === self && wordAt(bytes, place + 8) === self;
};

/** True when each bin leads back to itself or, both ways, to what may be a chunk. */
export const hasSoundBins = (bins: number, bytes: Buffer): boolean => {
	for (let bin: number = binNumbers.unsorted; bin < binNumbers.last; bin += 1) {
		if (!isEmptyBin(bins, bytes, bin) && !isOccupied(bins, bytes, bin)) return false;
	}
	return isEmptyBin(bins, bytes, binNumbers.last);
};

const isOccupied = (bins: number, bytes: Buffer, bin: number): boolean => {
	const links = [wordAt(bytes, binPlace(bin)), wordAt(bytes, binPlace(bin) + 8)];
	return links.every(
		link => link >= chunkUnits.smallest && link % chunkUnits.step === 0 && link !== binAddress(bins, bin),
	);
};

/**
 * True when nothing changed in the ends of the free lists, the top and the size between two readings of one arena. All that
 * malloc does changes one of them, but for two: to take from the middle of a large bin, or to grow a chunk into, a free one
 * of just the size that is needed.
 */
export const isSameArena = (one: Arena, other: Arena): boolean =>
	one.bins === other.bins &&
	one.systemMem === other.systemMem &&
	one.bytes.compare(other.bytes, 0, listsEnd, 0, listsEnd) === 0;

// What is behind the links of the arenas has to do with threads.
const listsEnd = binsInWindow + arenaFields.next;
