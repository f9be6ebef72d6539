import type {MetricId} from '../metric.ts';
import type {Sample} from '../sample.ts';
import {append, lastValue, type Series} from '../series.ts';
import {takeValue} from '../statistics.ts';
import {beginAnew} from './begin-anew.ts';
import type {History} from './history.ts';
import {seriesFor, statisticsFor} from './metrics.ts';

/**
 * Takes a sample into the history, in place. When the clock was set back the curves begin anew, since what was drawn
 * would lie in the future; the statistics and the length of the watch go on.
 */
export const record = (history: History, sample: Sample): void => {
	if (history.samples === 0) history.start = sample.time;
	if (sample.time < history.end) beginAnew(history, sample.time);
	history.samples += 1;
	history.end = sample.time;
	for (const id in sample.values) recordValue(history, id, sample);
	for (const id in sample.absent) history.absent.set(id, sample.absent[id] ?? '');
	history.uncertain = uncertainAfter(history.uncertain, sample);
	recordApproximate(history.approximate, sample);
};

const recordValue = (history: History, id: MetricId, {time, values}: Sample): void => {
	const value = values[id];
	if (value === undefined || Number.isNaN(value)) return;
	append(seriesFor(history, id), time, value);
	takeValue(statisticsFor(history, id), value);
	if (history.absent.size > 0) history.absent.delete(id);
};

// A number that this sample does not have keeps what was said of it.
const uncertainAfter = (
	before: ReadonlySet<MetricId>,
	{values, uncertain = []}: Sample,
): ReadonlySet<MetricId> => {
	if (before.size === 0 && uncertain.length === 0) return before;
	return new Set([...[...before].filter(id => !(id in values)), ...uncertain]);
};

const recordApproximate = (series: Series, {time, approximate}: Sample): void => {
	const before = series.length > 0 && lastValue(series) > 0;
	if (before !== approximate) append(series, time, approximate ? 1 : 0);
};
