import type {Clock} from '../../../src/model/clock.ts';

/** A clock that stands still until it is set forward by some milliseconds. */
export const handClock = (): Clock & {readonly forward: (milliseconds: number) => void} => {
	let now = 0;
	return {
		wall: () => 1_763_791_000_000 + now,
		monotonic: () => now,
		forward: milliseconds => {
			now += milliseconds;
		},
	};
};
