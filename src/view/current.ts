import {metricOf} from '../app/metrics.ts';
import type {State} from '../app/state.ts';
import type {MetricId} from '../model/metric.ts';
import type {Statistics} from '../model/statistics.ts';
import {isMissingAt} from './missing.ts';
import {formatValue} from './number.ts';

/** The running figures of a metric, those of the moment the view was frozen at if it is; undefined where it has none. */
export const currentStatistics = ({view, history}: State, id: MetricId): Statistics | undefined =>
	(view.frozen?.statistics ?? history.statistics).get(id);

/** The newest value of a metric in its unit, or that at which the view was frozen; NaN where there is none. */
export const currentValue = (state: State, id: MetricId): number =>
	isMissingNow(state, id) ? Number.NaN : (currentStatistics(state, id)?.now ?? Number.NaN);

// While a process is watched, an older number is held over and marked.
const isMissingNow = ({viewed, view, history, source}: State, id: MetricId): boolean => {
	const isMain = id === source.inUse || id === source.system;
	return viewed !== undefined && isMain && isMissingAt(history, id, view.frozen?.time ?? history.end);
};

/** The same as it is printed: with `~` before it where it is a best effort, or an older value held over. */
export const printedValue = (state: State, id: MetricId): string =>
	markOf(state, id) + formatValue(currentValue(state, id), metricOf(state.source, id)?.unit ?? 'bytes');

/** `~` where the newest value of a metric is a best effort, otherwise nothing. */
export const markOf = (state: State, id: MetricId): '~' | '' => {
	const {uncertain} = state.view.frozen ?? state.history;
	const isUncertain = uncertain.has(id) || (isPart(state, id) && isWhollyUncertain(state, uncertain));
	return isUncertain && currentStatistics(state, id) !== undefined ? '~' : '';
};

const isPart = ({source: {parts = []}}: State, id: MetricId): boolean => parts.includes(id);

// Then so is all that they are made of.
const isWhollyUncertain = ({source: {inUse, system}}: State, uncertain: ReadonlySet<MetricId>): boolean =>
	uncertain.has(inUse) && uncertain.has(system);
