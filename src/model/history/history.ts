import type {Landmark} from '../landmark.ts';
import type {MetricId} from '../metric.ts';
import {emptySeries, nothingShared, type Series, type SeriesLimits, type SharedTimes} from '../series.ts';
import type {SourceInfo} from '../source-info.ts';
import type {Statistics} from '../statistics.ts';

/** Everything seen of one process, by metric. Like the series in it, it grows in place. */
export type History = {
	/** Samples taken. */
	samples: number;
	/** Unix seconds of the first and the newest sample; NaN before the first. */
	start: number;
	end: number;
	readonly series: Map<MetricId, Series>;
	readonly statistics: Map<MetricId, Statistics>;
	/** 1 from where on samples are approximate, 0 from where on they are not: only where it changes. */
	approximate: Series;
	/** Unix seconds, ascending: the curve is broken between the samples before and those at or after each. */
	readonly breaks: number[];
	/** Ascending in time; the oldest are forgotten when there are very many. */
	readonly landmarks: Landmark[];
	/** From when on it was read by which source, ascending in time; empty where it was one all the time. */
	readonly stretches: Stretch[];
	/** Why a metric has no number, by metric, as last said. */
	readonly absent: Map<MetricId, string>;
	/** Metrics whose newest numbers are best efforts, or older ones held over. */
	uncertain: ReadonlySet<MetricId>;
	/** The metrics that are kept in full. */
	full: ReadonlySet<MetricId>;
	readonly limits: HistoryLimits;
	/** Times of the series that are read in the same ticks. */
	shared: SharedTimes;
};

/** A part of a watch that was read by one source. */
export type Stretch = {
	/** Unix seconds. */
	readonly from: number;
	readonly source: SourceInfo;
};

/** How much is kept of the metrics that matter most, in use and system, and of each other one. */
export type HistoryLimits = {readonly full: SeriesLimits; readonly other: SeriesLimits};

/** Of a watch that may go on for years: some 40 MB, whatever its length. */
export const liveLimits: HistoryLimits = {
	full: [1_000_000, 2 ** 16, 2 ** 15, 2 ** 13],
	other: [2 ** 14, 2 ** 12],
};

/** Of a log that is looked at: blocks of 16 samples for the newest 16 million of what matters most. */
export const recordedLimits: HistoryLimits = {
	full: [2 ** 20, 2 ** 20, 2 ** 18],
	other: [2 ** 16, 2 ** 16],
};

/** All samples one by one, of all metrics: of a short part that was read for them. */
export const unlimited: HistoryLimits = {
	full: [Number.POSITIVE_INFINITY],
	other: [Number.POSITIVE_INFINITY],
};

/** What a history is made for; `full` are the metrics that matter most. */
export type HistoryOptions = {readonly full?: readonly MetricId[]; readonly limits?: HistoryLimits};

/** A history of nothing yet. */
export const emptyHistory = ({full = [], limits = liveLimits}: HistoryOptions = {}): History => ({
	samples: 0,
	start: Number.NaN,
	end: Number.NaN,
	series: new Map(),
	statistics: new Map(),
	approximate: emptySeries(limits.other),
	breaks: [],
	landmarks: [],
	stretches: [],
	absent: new Map(),
	uncertain: new Set(),
	full: new Set(full),
	limits,
	shared: nothingShared(),
});
