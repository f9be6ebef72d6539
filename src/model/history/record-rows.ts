import {figuresOfColumn} from '../column-figures.ts';
import type {MetricId} from '../metric.ts';
import {append, appendAll, lastValue, type Samples} from '../series.ts';
import {takeValues} from '../statistics.ts';
import {beginAnew} from './begin-anew.ts';
import type {History} from './history.ts';
import {seriesFor, statisticsFor} from './metrics.ts';

/** Some samples that follow each other, as columns that are at least `length` long. */
export type SampleRows = {
	readonly length: number;
	/** Unix seconds that never go back, in use, system (bytes), approximate (0 or 1), further metrics; NaN is no number. */
	readonly columns: readonly Float64Array[];
};

/**
 * Takes many samples into the history, in place, as `record` would one after another. `metrics` says of what each column
 * is; a column without a metric is passed over. The columns may be overwritten afterwards.
 */
export const recordRows = (
	history: History,
	{length, columns}: SampleRows,
	metrics: readonly (MetricId | undefined)[],
): void => {
	const times = columns[timeColumn]?.subarray(0, length) ?? nothing;
	if (times.length === 0) return;
	takeTimes(history, times);
	for (const [index, id] of metrics.entries()) {
		const values = columns[index]?.subarray(0, length);
		if (id !== undefined && values) recordColumn(history, id, {times, values});
	}
	recordApproximate(history, {times, values: columns[approximateColumn] ?? nothing});
};

const timeColumn = 0;
const approximateColumn = 3;
const nothing = new Float64Array(0);

const takeTimes = (history: History, times: Float64Array): void => {
	const first = times[0] ?? Number.NaN;
	if (history.samples === 0) history.start = first;
	if (first < history.end) beginAnew(history, first);
	history.samples += times.length;
	history.end = times[times.length - 1] ?? Number.NaN;
};

const recordColumn = (history: History, id: MetricId, samples: Samples): void => {
	const figures = figuresOfColumn(samples.values);
	if (figures.count === 0) return;
	takeValues(statisticsFor(history, id), figures);
	history.absent.delete(id);
	const isWhole = figures.count === samples.values.length;
	appendAll(seriesFor(history, id), isWhole ? samples : withoutGaps(samples, figures.count));
};

const withoutGaps = ({times, values}: Samples, count: number): Samples => {
	const kept = {times: new Float64Array(count), values: new Float64Array(count)};
	let place = 0;
	for (let index = 0; index < values.length; index += 1) {
		const value = values[index] ?? Number.NaN;
		if (Number.isNaN(value)) continue;
		kept.times[place] = times[index] ?? Number.NaN;
		kept.values[place] = value;
		place += 1;
	}
	return kept;
};

const recordApproximate = ({approximate}: History, {times, values}: Samples): void => {
	let before = approximate.length === 0 ? 0 : lastValue(approximate);
	const length = Math.min(times.length, values.length);
	for (let index = 0; index < length; index += 1) {
		const value = values[index] ?? 0;
		if (value === before || Number.isNaN(value)) continue;
		append(approximate, times[index] ?? Number.NaN, value);
		before = value;
	}
};
