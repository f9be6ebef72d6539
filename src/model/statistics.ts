import {indexAfter, indexAt, type Series, timeAt, valueAt} from './series.ts';

/** Running figures of one metric since the watch began, in the metric's unit. */
export type Statistics = {
	readonly count: number;
	readonly now: number;
	readonly min: number;
	readonly max: number;
	/** Mean of the samples. */
	readonly mean: number;
};

/** The figures of the first value. */
export const firstStatistics = (value: number): Statistics => ({
	count: 1,
	now: value,
	min: value,
	max: value,
	mean: value,
});

/** The figures with one more value; the mean is kept by Welford's update, so that it does not lose digits. */
export const withValue = (statistics: Statistics | undefined, value: number): Statistics => {
	if (!statistics) return firstStatistics(value);
	const count = statistics.count + 1;
	return {
		count,
		now: value,
		min: Math.min(statistics.min, value),
		max: Math.max(statistics.max, value),
		mean: statistics.mean + (value - statistics.mean) / count,
	};
};

/**
 * Change per minute, in the metric's unit: the least-squares slope through up to 60 evenly picked samples of the
 * last `seconds` up to `until` (Unix seconds; the newest sample by default). NaN with fewer than three samples or less
 * than ten seconds, which would make a slope out of a step.
 */
export const changePerMinute = (
	series: Series,
	seconds: number,
	until = Number.POSITIVE_INFINITY,
): number => {
	const newest = indexAfter(series, until) - 1;
	if (newest < 2) return Number.NaN;
	const first = indexAt(series, timeAt(series, newest) - seconds);
	const span = timeAt(series, newest) - timeAt(series, first);
	return newest - first < 2 || span < shortest ? Number.NaN : 60 * slope(series, {first, newest});
};

// Seconds.
const shortest = 10;

const slope = (series: Series, {first, newest}: {first: number; newest: number}): number => {
	const stride = Math.max(1, Math.ceil((newest - first) / 59));
	const origin = timeAt(series, newest);
	let count = 0;
	let [sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0];
	for (let index = newest; index >= first; index -= stride) {
		const x = timeAt(series, index) - origin;
		const y = valueAt(series, index);
		count += 1;
		sumX += x;
		sumY += y;
		sumXX += x * x;
		sumXY += x * y;
	}
	const spread = count * sumXX - sumX * sumX;
	return spread > 0 ? (count * sumXY - sumX * sumY) / spread : Number.NaN;
};
