import type {ColumnFigures} from './column-figures.ts';
import {indexAfter, indexAt, type Series, timeAt, valueAt} from './series.ts';

/** Running figures of one metric since the watch began, in the metric's unit. Like the history, they change in place. */
export type Statistics = {
	count: number;
	now: number;
	min: number;
	max: number;
	/** Mean of the samples. */
	mean: number;
};

/** The figures of no value yet. */
export const noStatistics = (): Statistics => ({
	count: 0,
	now: Number.NaN,
	min: Number.POSITIVE_INFINITY,
	max: Number.NEGATIVE_INFINITY,
	// Not a whole number, so that the engine keeps a place for fractions from the start.
	mean: Number.NaN,
});

/** Takes in one more value, in place; the mean is kept by Welford's update, so that it does not lose digits. */
export const takeValue = (statistics: Statistics, value: number): void => {
	const count = statistics.count + 1;
	statistics.count = count;
	statistics.now = value;
	if (value < statistics.min) statistics.min = value;
	if (value > statistics.max) statistics.max = value;
	statistics.mean = count === 1 ? value : statistics.mean + (value - statistics.mean) / count;
};

/** Takes in the values of a column, in place, of which the last is now. */
export const takeValues = (statistics: Statistics, {count, last, min, max, mean}: ColumnFigures): void => {
	if (count === 0) return;
	const all = statistics.count + count;
	statistics.mean =
		statistics.count === 0 ? mean : statistics.mean + (mean - statistics.mean) * (count / all);
	statistics.count = all;
	statistics.now = last;
	statistics.min = Math.min(statistics.min, min);
	statistics.max = Math.max(statistics.max, max);
};

/** The figures as they are now, for a view that is frozen. */
export const statisticsNow = <Id>(
	statistics: ReadonlyMap<Id, Readonly<Statistics>>,
): ReadonlyMap<Id, Readonly<Statistics>> =>
	new Map(Array.from(statistics, ([id, figures]) => [id, {...figures}]));

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
