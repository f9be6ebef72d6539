import type {Metric, MetricId} from '../model/metric.ts';
import type {SourceInfo} from '../model/source-info.ts';
import {shownSource} from './shown-source.ts';
import type {State} from './state.ts';

/** The metric drawn in a chart: the one chosen with the key, else the source's own in use (0) or system (1). */
export const chartMetric = (state: State, chart: 0 | 1): Metric | undefined => {
	const chosen = state.view.metrics[chart];
	const own = chart === 0 ? state.source.inUse : state.source.system;
	return metricOf(state.source, chosen ?? own);
};

/** A metric of the source by its id; undefined when the source has none of that name. */
export const metricOf = (source: SourceInfo, id: MetricId): Metric | undefined =>
	source.metrics.find(metric => metric.id === id);

/** The metric after the one drawn in the chart, among those of which something was read; an age or a pid is no curve. */
export const nextMetric = (state: State, chart: 0 | 1): MetricId | undefined => {
	const source = shownSource(state);
	const drawable = source.metrics.filter(
		({id, unit}) => state.history.series.has(id) && unit !== 'seconds' && unit !== 'identifier',
	);
	const at = drawable.findIndex(metric => metric.id === chartMetric({...state, source}, chart)?.id);
	return drawable[(at + 1) % drawable.length]?.id;
};
