import type {Landmark} from './landmark.ts';
import type {MetricId} from './metric.ts';
import type {Sample} from './sample.ts';
import {append, emptySeries, type Series} from './series.ts';
import type {SourceInfo} from './source-info.ts';
import {type Statistics, withValue} from './statistics.ts';

/** Everything seen of one process, by metric. Like the series in it, it grows in place. */
export type History = {
	/** Samples taken. */
	samples: number;
	/** Unix seconds of the first and the newest sample; NaN before the first. */
	start: number;
	end: number;
	readonly series: Map<MetricId, Series>;
	readonly statistics: Map<MetricId, Statistics>;
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
};

/** A part of a watch that was read by one source. */
export type Stretch = {
	/** Unix seconds. */
	readonly from: number;
	readonly source: SourceInfo;
};

// Older breaks are forgotten: a curve joined across a gap of days ago costs less than memory without bound.
const breakLimit = 10_000;

const landmarkLimit = 10_000;

// Seconds: half of the finest step between two stamps, so that a break is after one sample and before the next.
const halfStamp = 5e-7;

/** A history of nothing yet. */
export const emptyHistory = (): History => ({
	samples: 0,
	start: Number.NaN,
	end: Number.NaN,
	series: new Map(),
	statistics: new Map(),
	breaks: [],
	landmarks: [],
	stretches: [],
	absent: new Map(),
	uncertain: new Set(),
});

/**
 * Takes a sample into the history, in place. When the clock was set back the curves begin anew, since what was drawn
 * would lie in the future; the statistics and the length of the watch go on.
 */
export const record = (history: History, sample: Sample): void => {
	if (history.samples === 0) history.start = sample.time;
	if (sample.time < history.end) beginAnew(history, sample.time);
	history.samples += 1;
	history.end = sample.time;
	for (const id in sample.values) recordValue(history, id, {time: sample.time, value: sample.values[id]});
	for (const id in sample.absent) history.absent.set(id, sample.absent[id] ?? '');
	history.uncertain = uncertainAfter(history.uncertain, sample);
};

/** Breaks every curve after the newest sample, in place. */
export const breakCurves = (history: History): void => {
	if (history.samples === 0) return;
	history.breaks.push(history.end + halfStamp);
	if (history.breaks.length > breakLimit) history.breaks.splice(0, breakLimit / 2);
};

/** Takes a landmark into the history, in place; those that come late find their place in time. */
export const addLandmark = ({landmarks}: History, landmark: Landmark): void => {
	const later = landmarks.findLastIndex(({time}) => time <= landmark.time) + 1;
	landmarks.splice(later, 0, landmark);
	if (landmarks.length > landmarkLimit) landmarks.splice(0, landmarkLimit / 2);
};

/** The series of a metric; an empty one when nothing was read of it. */
export const seriesOf = (history: History, id: MetricId): Series => history.series.get(id) ?? nothing;

const nothing = emptySeries();

// A number that this sample does not have keeps what was said of it.
const uncertainAfter = (
	before: ReadonlySet<MetricId>,
	{values, uncertain = []}: Sample,
): ReadonlySet<MetricId> => {
	if (before.size === 0 && uncertain.length === 0) return before;
	return new Set([...[...before].filter(id => !(id in values)), ...uncertain]);
};

const beginAnew = (history: History, time: number): void => {
	history.start += time - history.end;
	history.series.clear();
	history.breaks.length = 0;
};

const recordValue = (
	history: History,
	id: MetricId,
	{time, value}: {time: number; value: number | undefined},
): void => {
	if (value === undefined || Number.isNaN(value)) return;
	let series = history.series.get(id);
	if (!series) {
		series = emptySeries();
		history.series.set(id, series);
	}
	append(series, time, value);
	history.statistics.set(id, withValue(history.statistics.get(id), value));
	history.absent.delete(id);
};
