/** Numbers that look random and are the same for the same seed. */
export type Random = {
	/** A whole number from 0 up to but without `limit`. */
	readonly below: (limit: number) => number;
	readonly pick: <Value>(values: readonly [Value, ...Value[]]) => Value;
	/** True in this share (0 to 1) of the cases. */
	readonly chance: (share: number) => boolean;
};

/** A generator of its own for a seed (mulberry32, by Tommy Ettinger, in the public domain). */
export const createRandom = (seed: number): Random => {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number): number => Math.floor(next() * limit);
	return {
		below,
		pick: values => values[below(values.length)] ?? values[0],
		chance: share => next() < share,
	};
};
