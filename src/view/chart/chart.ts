import {chartMetric} from '../../app/metrics.ts';
import type {State} from '../../app/state.ts';
import {rightEdge, windowOf} from '../../app/window.ts';
import {seriesOf} from '../../model/history.ts';
import type {MetricId} from '../../model/metric.ts';
import {blankCells, type Cells, putText} from '../cells.ts';
import type {Glyphs} from '../glyphs.ts';
import type {Style} from '../style.ts';
import {putCanvas} from './canvas.ts';
import {columnsOf, columnTime, extentBetween, type TimeAxis, timeAxis} from './columns.ts';
import {curveOf} from './curve.ts';
import {type DrawnCurve, plotArea} from './plot-area.ts';
import {dotOf, type Scale, scaleFor} from './scale.ts';
import {timeLabels} from './time-labels.ts';

/** What a chart is drawn into: its size in cells, and whether the time stands under it. */
export type ChartSpace = {
	readonly width: number;
	readonly height: number;
	readonly glyphs: Glyphs;
	readonly hasTimeLabels: boolean;
};

/** Cells at the left of a chart that hold the labels of its vertical axis. */
export const gutter = 11;

const rss: MetricId = 'os.rss';

/** One chart: vertical axis, curves, and the time under it if asked for. Pure: the same state is the same cells. */
export const chart = (state: State, index: 0 | 1, space: ChartSpace): Cells => {
	const cells = blankCells(space.width, space.height);
	const across = space.width - gutter;
	const down = space.height - (space.hasTimeLabels ? 1 : 0);
	if (across < 2 || down < 1) return cells;
	const axis = axisOf(state, across, space.glyphs);
	const scale = scaleOf(state, index, {axis, rows: down});
	const curves = curvesOf(state, index, axis);
	putCanvas(cells, {x: gutter, y: 0}, plotArea(curves, scale, {across, down, dots: space.glyphs.dots}));
	putTicks(cells, scale, {down, glyphs: space.glyphs});
	if (space.hasTimeLabels) putTimes(cells, state, across);
	return cells;
};

/** The horizontal axis of a plot area of so many cells. */
export const axisOf = (state: State, cells: number, glyphs: Glyphs): TimeAxis => {
	const end = Number.isNaN(rightEdge(state)) ? state.now : rightEdge(state);
	return timeAxis({end, window: windowOf(state), cells, across: glyphs.dots[0]});
};

/** Metrics drawn in a chart: its own, and RSS as a thin line in the system chart where RSS is not in use itself. */
export const drawnMetrics = (state: State, index: 0 | 1): readonly MetricId[] => {
	const own = chartMetric(state, index)?.id;
	const {inUse, system, processes} = state.source;
	// Of several processes that are summed, RSS is that of the first alone.
	const hasRss = index === 1 && own === system && inUse !== rss && processes === undefined;
	return own === undefined ? [] : hasRss ? [own, rss] : [own];
};

const scaleOf = (state: State, index: 0 | 1, {axis, rows}: {axis: TimeAxis; rows: number}): Scale => {
	const window = axis.step * axis.columns;
	const start = columnTime(axis, 0);
	const extent = {min: Number.NaN, max: Number.NaN};
	// What left the chart a quarter of it ago still counts: the axis does not jump the moment a peak goes out.
	for (const id of drawnMetrics(state, index)) {
		const seen = extentBetween(seriesOf(state.history, id), start - window / 4, rightEdge(state));
		if (!(extent.min <= seen.min)) extent.min = seen.min;
		if (!(extent.max >= seen.max)) extent.max = seen.max;
	}
	const unit = chartMetric(state, index)?.unit ?? 'bytes';
	return scaleFor(extent, {unit, isZeroBased: state.view.isZeroBased, rows});
};

const curvesOf = (state: State, index: 0 | 1, axis: TimeAxis): readonly DrawnCurve[] =>
	drawnMetrics(state, index).map((id, order) => {
		// A frozen view does not take in what came later, though it may fall in its last column.
		const columns = columnsOf(seriesOf(state.history, id), axis, state.view.frozen?.time);
		const curve = curveOf(columns, state.history.breaks);
		if (order > 0) return {curve, style: 'rss'};
		return index === 0 ? {curve, style: 'inUse', fill: 'inUseFill'} : {curve, style: 'system'};
	});

const putTicks = (cells: Cells, scale: Scale, {down, glyphs}: {down: number; glyphs: Glyphs}): void => {
	for (let y = 0; y < down; y += 1)
		putText(cells, {x: gutter - 1, y}, {text: glyphs.border[1], style: 'border'});
	for (const {value, label} of spaced(scale, down)) {
		const y = rowOf(value, scale, {down, glyphs});
		putText(cells, {x: gutter - 1, y}, {text: glyphs.tick, style: 'border'});
		putText(cells, {x: gutter - 2 - label.length, y}, {text: label, style: 'dim'});
	}
};

const rowOf = (value: number, scale: Scale, {down, glyphs}: {down: number; glyphs: Glyphs}): number =>
	down - 1 - Math.floor(dotOf(value, scale, down * glyphs.dots[1]) / glyphs.dots[1]);

// Few rows show the ends of the axis; ticks on neighbouring rows would read as one column of text.
const spaced = ({ticks}: Scale, down: number): Scale['ticks'] => {
	const every = Math.ceil((ticks.length - 1) / Math.max(1, Math.floor((down - 1) / 2)));
	return ticks.filter((_, index) => index % every === 0 || index === ticks.length - 1);
};

const putTimes = (cells: Cells, state: State, across: number): void => {
	const edge = state.view.frozen || state.ended ? clockTime(rightEdge(state)) : 'now';
	const style: Style = state.view.frozen ? 'good' : 'dim';
	for (const {x, text} of timeLabels({cells: across, window: windowOf(state), edge})) {
		putText(cells, {x: gutter + x, y: cells.height - 1}, {text, style: text === edge ? style : 'dim'});
	}
};

const clockTime = (time: number): string =>
	Number.isNaN(time) ? '' : new Date(time * 1000).toTimeString().slice(0, 8);
