/**
 * Turns a count that only grows into how much it grew each second since the reading before; undefined on the first
 * reading, without a count, and when it fell. `now` in milliseconds of the monotonic clock.
 */
export const createRate = (): ((count: number | undefined, now: number) => number | undefined) => {
	let before: {readonly count: number; readonly time: number} | undefined;
	return (count, now) => {
		const last = before;
		before = count === undefined ? undefined : {count, time: now};
		if (count === undefined || last === undefined || count < last.count || now <= last.time) return undefined;
		return ((count - last.count) / (now - last.time)) * 1000;
	};
};
