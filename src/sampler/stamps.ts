import type {Clock} from '../model/clock.ts';

/** When a sample was read. */
export type Stamp = {
	/** Unix seconds, rounded to the decimals of the log and later than the stamp before it. */
	readonly time: number;
	/** Milliseconds on the monotonic clock. */
	readonly monotonic: number;
	/** Seconds by which the wall clock jumped against the monotonic one since the last stamp; absent when it did not. */
	readonly stepped?: number;
};

// Milliseconds between the two clocks: below, the wall clock is only being slewed or read late, and is followed
// without a word; above, it was set, or the machine slept.
const slewed = 2;
const jumped = 250;

/**
 * Makes stamps from the monotonic clock, tied to the wall clock and tied anew when that moves: finer than the wall
 * clock's milliseconds, and never going back but for a jump, which is said. `decimals` is 3 or 6.
 */
export const stamper = (clock: Clock, decimals: () => number): (() => Stamp) => {
	let offset = offsetOf(clock);
	let last = Number.NEGATIVE_INFINITY;
	return () => {
		const now = offsetOf(clock);
		const drift = now - offset;
		if (Math.abs(drift) > slewed) offset = now;
		const stepped = Math.abs(drift) > jumped ? drift / 1000 : undefined;
		const unit = 10 ** -decimals();
		const monotonic = clock.monotonic();
		const rounded = Math.round((monotonic + offset) / 1000 / unit) * unit;
		const isAfter = rounded > last + unit / 2 || (stepped ?? 0) < 0;
		last = Number((isAfter ? rounded : last + unit).toFixed(decimals()));
		return stepped === undefined ? {time: last, monotonic} : {time: last, monotonic, stepped};
	};
};

// The clocks are read one after the other: a read that was interrupted is read again.
const offsetOf = ({wall, monotonic}: Clock): number => {
	for (let tries = 0; ; tries += 1) {
		const before = monotonic();
		const now = wall();
		if (monotonic() - before < 1 || tries === 5) return now - before;
	}
};
