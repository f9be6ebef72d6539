import type {Clock} from '../../model/clock.ts';

/**
 * Tells by a count that a JVM keeps raising whether it still does: false when it has stood still for a second, and for
 * NaN, where there is no such count.
 */
export const createMotion = ({monotonic}: Pick<Clock, 'monotonic'>): ((count: number) => boolean) => {
	let [known, changed] = [Number.NaN, Number.NaN];
	return count => {
		const now = monotonic();
		if (count !== known) [known, changed] = [count, now];
		return !Number.isNaN(count) && now - changed < stillLimit;
	};
};

// Milliseconds, many times the interval at which a JVM refreshes its counters.
const stillLimit = 1000;
