import type {MetricId} from '../metric.ts';
import {emptySeries, type Series, type SeriesLimits, setLimits} from '../series.ts';
import {noStatistics, type Statistics} from '../statistics.ts';
import type {History} from './history.ts';

/** The series of a metric; an empty one when nothing was read of it. */
export const seriesOf = (history: History, id: MetricId): Series => history.series.get(id) ?? nothing;

const nothing = emptySeries();

/** The series of a metric to append to: it begins, in place, when there is none. */
export const seriesFor = (history: History, id: MetricId): Series => {
	const known = history.series.get(id);
	if (known) return known;
	const series = emptySeries(limitsOf(history, id), history.shared);
	history.series.set(id, series);
	return series;
};

/** The figures of a metric to take values into: they begin, in place, when there are none. */
export const statisticsFor = ({statistics}: History, id: MetricId): Statistics => {
	const known = statistics.get(id);
	if (known) return known;
	const figures = noStatistics();
	statistics.set(id, figures);
	return figures;
};

/**
 * Says which metrics are kept in full from now on, in place: another source has others. What is too much of those that
 * were is dropped.
 */
export const keepInFull = (history: History, full: readonly MetricId[]): void => {
	history.full = new Set(full);
	for (const [id, series] of history.series) setLimits(series, limitsOf(history, id));
};

const limitsOf = ({full, limits}: History, id: MetricId): SeriesLimits =>
	full.has(id) ? limits.full : limits.other;
