/** What was found free in an arena so far. */
export type Tally = {
	bytes: number;
	chunks: number;
	/** Bytes of which it is not known whether they are free. */
	unknown: number;
	/** False when something on the way was not as it is in an arena at rest. */
	isWhole: boolean;
	/** Bytes that the arena has: so many can be free in it. */
	readonly limit: number;
	/** From so many unknown bytes on, what was found says too little. */
	readonly patience: number;
};

/** A part of a walk, which goes on a few chunks with each `next()`. */
export type Steps<Result = void> = Generator<undefined, Result, undefined>;

/** Counts a free chunk; false when there would be more of them than can be. */
export const count = (tally: Tally, size: number): boolean => {
	if (tally.bytes + size > tally.limit || tally.chunks >= chunkLimit) return false;
	tally.bytes += size;
	tally.chunks += 1;
	return true;
};

/** Says that nothing is known of the arena. */
export const giveUp = (tally: Tally): void => {
	tally.unknown = Number.POSITIVE_INFINITY;
	tally.isWhole = false;
};

/** True when so little was seen of the arena that what was found is no estimate. */
export const isHopeless = ({unknown, patience}: Tally): boolean => unknown > patience;

// What a hostile program makes of its memory is not followed for longer than some minutes.
const chunkLimit = 256 * 1024 ** 2;
