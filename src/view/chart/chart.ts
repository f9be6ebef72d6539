import {chartMetric} from '../../app/metrics.ts';
import type {State} from '../../app/state.ts';
import {isGoingOn, rightEdge, windowOf} from '../../app/window.ts';
import {blankCells, type Cells, putText} from '../cells.ts';
import type {Glyphs} from '../glyphs.ts';
import {putCanvas} from './canvas.ts';
import {stillAxis, type TimeAxis, timeAxis} from './columns.ts';
import {drawnCurve, extentOfTraces, tracesOf} from './curves.ts';
import {putOverlay} from './overlay.ts';
import {plotArea} from './plot-area.ts';
import {dotOf, type Scale, scaleFor} from './scale.ts';
import {putTimes} from './times.ts';

/** What a chart is drawn into: its size in cells, and whether the time stands under it. */
export type ChartSpace = {
	readonly width: number;
	readonly height: number;
	readonly glyphs: Glyphs;
	readonly hasTimeLabels: boolean;
};

/** Cells at the left of a chart that hold the labels of its vertical axis. */
export const gutter = 11;

/**
 * One chart: vertical axis, curves, landmarks and cursor behind them, and the time under it if asked for. Pure: the same
 * state is the same cells.
 */
export const chart = (state: State, index: 0 | 1, space: ChartSpace): Cells => {
	const {width, height, glyphs, hasTimeLabels} = space;
	const cells = blankCells(width, height);
	const across = width - gutter;
	const down = height - (hasTimeLabels ? 1 : 0);
	if (across < 2 || down < 1) return cells;
	const axis = axisOf(state, across, glyphs);
	const traces = tracesOf(state, index, axis);
	const curves = traces.map(drawnCurve);
	const unit = chartMetric(state, index)?.unit ?? 'bytes';
	const scale = scaleFor(extentOfTraces(traces, curves), {
		unit,
		isZeroBased: state.view.isZeroBased,
		rows: down,
	});
	const canvas = plotArea(curves, scale, {across, down, dots: glyphs.dots});
	putCanvas(cells, {x: gutter, y: 0}, canvas);
	putOverlay(cells, state, {x: gutter, canvas, axis, glyphs, hasTexts: index === 0});
	putTicks(cells, scale, {down, glyphs});
	if (hasTimeLabels) putTimes(cells, state, {x: gutter, y: height - 1, axis, across: glyphs.dots[0]});
	return cells;
};

/** The horizontal axis of a plot area of so many cells. */
export const axisOf = (state: State, cells: number, glyphs: Glyphs): TimeAxis => {
	const end = Number.isNaN(rightEdge(state)) ? state.now : rightEdge(state);
	const window = windowOf(state);
	const across = glyphs.dots[0];
	if (!isGoingOn(state)) return stillAxis({end, window, cells, across});
	// A cell more than the window takes, so that all of it is on the chart, however it lies to the cells.
	return timeAxis({end, window: (window * cells) / Math.max(1, cells - 1), cells, across});
};

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
