/** Where the time comes from; tests pass their own. */
export type Clock = {
	/** Wall clock in milliseconds since 1970, whole: it can be set and jump. */
	readonly wall: () => number;
	/** Monotonic clock in milliseconds with fraction, from any origin: it never jumps and stands still in suspend. */
	readonly monotonic: () => number;
};

/** The clocks of this machine. */
export const systemClock: Clock = {wall: Date.now, monotonic: performance.now.bind(performance)};
