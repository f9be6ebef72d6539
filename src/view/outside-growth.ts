import type {State} from '../app/state.ts';
import {rightEdge} from '../app/window.ts';
import {seriesOf} from '../model/history.ts';
import type {MetricId} from '../model/metric.ts';
import {type Extent, extentOf, indexAfter, indexAt, type Series, timeAt} from '../model/series.ts';

/**
 * Bytes a minute by which the memory outside of the heap has grown for certain over the last five minutes, while what is in
 * use did not grow along; undefined where that cannot be said. Quarters of the time are compared by their extents: the smallest of
 * the last with the largest of the first, so that what only goes up and down is no growth.
 */
export const outsideGrowth = (state: State): number | undefined => {
	const {outside, inUse} = state.source;
	if (outside === undefined || state.ended) return undefined;
	const until = Math.min(rightEdge(state), state.history.end);
	const quarters = quartersOf(seriesOf(state.history, outside), until);
	if (quarters === undefined) return undefined;
	const [first, last] = quarters.map(quarter => extentIn(state, outside, quarter));
	const [usedFirst, usedLast] = quarters.map(quarter => extentIn(state, inUse, quarter));
	const growth = (last?.min ?? Number.NaN) - (first?.max ?? Number.NaN);
	const along = (usedLast?.max ?? Number.NaN) - (usedFirst?.max ?? Number.NaN);
	if (!(growth >= least(state) && along <= growth / 4)) return undefined;
	return (60 * growth) / (quarters[1][0] - quarters[0][1]);
};

// Seconds.
const longest = 300;
const shortest = 30;

// A MiB or a fiftieth of RSS, whichever is more: noise of pages that come and go is below it.
const least = ({history}: State): number =>
	Math.max(1024 ** 2, 0.02 * (history.statistics.get('os.rss')?.now ?? Number.POSITIVE_INFINITY));

type Quarter = readonly [start: number, end: number];

// The first and the last quarter of what is known of the last minutes, in Unix seconds.
const quartersOf = (series: Series, until: number): readonly [Quarter, Quarter] | undefined => {
	const oldest = timeAt(series, indexAt(series, until - longest));
	const span = until - oldest;
	if (!(span >= shortest)) return undefined;
	return [
		[oldest, oldest + span / 4],
		[until - span / 4, until],
	];
};

const extentIn = ({history}: State, id: MetricId, [start, end]: Quarter): Extent => {
	const series = seriesOf(history, id);
	return extentOf(series, [indexAt(series, start), indexAfter(series, end)], {
		min: Number.NaN,
		max: Number.NaN,
	});
};
