import {chartMetric} from '../../app/metrics.ts';
import type {State} from '../../app/state.ts';
import {shiftOf} from '../../app/window.ts';
import {type History, seriesOf} from '../../model/history.ts';
import type {MetricId} from '../../model/metric.ts';
import type {Extent} from '../../model/series.ts';
import {comparedMetric} from '../compared.ts';
import type {Style} from '../style.ts';
import {columnsOf, columnTime, extentBetween, type TimeAxis} from './columns.ts';
import {curveOf} from './curve.ts';
import {drawnHistory} from './drawn-history.ts';
import type {DrawnCurve} from './plot-area.ts';

/** One line of a chart before it is cut into columns: a metric of a history, on the axis that this history has there. */
export type Trace = {
	readonly history: History;
	readonly id: MetricId;
	readonly axis: TimeAxis;
	/** Unix seconds: what came later is not drawn. */
	readonly until: number;
	readonly style: Style;
	readonly fill?: Style;
	/** True for a line that is drawn in dashes. */
	readonly isDashed?: boolean;
};

const rss: MetricId = 'os.rss';

/** Metrics drawn in a chart: its own, and RSS as a thin line in the system chart where RSS is not in use itself. */
export const drawnMetrics = (state: State, index: 0 | 1): readonly MetricId[] => {
	const own = chartMetric(state, index)?.id;
	const {inUse, system, processes} = state.source;
	// Of several processes that are summed, RSS is that of the first alone; two recordings have two lines already.
	const isApart = inUse !== rss && processes === undefined && state.history.series.has(rss);
	const hasRss = index === 1 && own === system && isApart && !state.other;
	return own === undefined ? [] : hasRss ? [own, rss] : [own];
};

/** What a chart draws, from the lowest to the uppermost: a second recording lies under the first. */
export const tracesOf = (state: State, index: 0 | 1, axis: TimeAxis): readonly Trace[] => {
	// A frozen view does not take in what came later, though it may fall in its last column.
	const until = state.view.frozen?.time ?? Number.POSITIVE_INFINITY;
	const own = drawnMetrics(state, index).map((id, order): Trace => {
		const look = order > 0 ? ({style: 'rss'} as const) : lookOf(state, index);
		return {history: drawnHistory(state, id, axis), id, axis, until, ...look};
	});
	return [...otherTraces(state, index, axis), ...own];
};

/** The line of a trace, as it is drawn. */
export const drawnCurve = ({history, id, axis, until, ...look}: Trace): DrawnCurve => ({
	curve: curveOf(columnsOf(seriesOf(history, id), axis, until), history.breaks),
	...look,
});

/**
 * Smallest and largest value of traces and of their lines, which come from samples outside of the chart too; what left the
 * chart a quarter of it ago still counts.
 */
export const extentOfTraces = (traces: readonly Trace[], curves: readonly DrawnCurve[]): Extent => {
	const extent = {min: Number.NaN, max: Number.NaN};
	for (const {history, id, axis, until} of traces) {
		// The axis does not jump the moment a peak goes out.
		const start = columnTime(axis, -axis.columns / 4);
		const seen = extentBetween(seriesOf(history, id), start, Math.min(until, columnTime(axis, axis.columns)));
		takeIn(extent, seen.min);
		takeIn(extent, seen.max);
	}
	for (const {curve} of curves) {
		for (const value of curve.low) takeIn(extent, value);
		for (const value of curve.high) takeIn(extent, value);
	}
	return extent;
};

const takeIn = (extent: Extent, value: number): void => {
	if (Number.isNaN(value)) return;
	if (!(extent.min <= value)) extent.min = value;
	if (!(extent.max >= value)) extent.max = value;
};

// Of two recordings, the first is filled in both charts, and the second dashed: they are told apart without colours too.
const lookOf = ({other}: State, index: 0 | 1): Pick<Trace, 'style' | 'fill'> => {
	if (index === 0) return {style: 'inUse', fill: 'inUseFill'};
	return other ? {style: 'system', fill: 'systemFill'} : {style: 'system'};
};

const otherTraces = (state: State, index: 0 | 1, axis: TimeAxis): readonly Trace[] => {
	const {other} = state;
	const own = chartMetric(state, index)?.id;
	const id = other && own !== undefined ? comparedMetric(state, other, own) : undefined;
	if (!other || id === undefined) return [];
	const moved = {...axis, origin: axis.origin - shiftOf(state)};
	const history = drawnHistory(other, id, moved);
	return [{history, id, axis: moved, until: Number.POSITIVE_INFINITY, style: 'other', isDashed: true}];
};
