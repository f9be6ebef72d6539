import {chartMetric} from '../app/metrics.ts';
import type {State} from '../app/state.ts';
import {formatExactBytes} from '../model/bytes.ts';
import type {Cells} from './cells.ts';
import {axisOf, chart, drawnMetrics, gutter} from './chart/chart.ts';
import {collectionCells} from './chart/collections.ts';
import {currentValue, markOf, printedValue} from './current.ts';
import type {Glyphs} from './glyphs.ts';
import {formatChange} from './number.ts';
import {type Marks, panel} from './panel.ts';
import {type Line, lineWidth, type Span, span} from './style.ts';
import {changeOf} from './table/figures.ts';

/** What a chart panel is drawn into, in cells with its frame. */
export type PanelSpace = {readonly width: number; readonly height: number; readonly glyphs: Glyphs};

/** A framed chart: what it shows on the left of its title, its value and change on the right. */
export const chartPanel = (state: State, index: 0 | 1, {width, height, glyphs}: PanelSpace): Cells => {
	const content = chart(state, index, {
		width: width - 2,
		height: height - 2,
		glyphs,
		hasTimeLabels: index === 1 || height > 12,
	});
	const isSelected = state.view.selected === index;
	return panel(glyphs, {
		width,
		height,
		...titles(state, index, {width, glyphs}),
		content,
		...(index === 0 && {marks: collectionMarks(state, width, glyphs)}),
		style: isSelected ? 'borderSelected' : 'border',
	});
};

// On the border below the chart they hide nothing of it.
const collectionMarks = (state: State, width: number, glyphs: Glyphs): Marks | undefined => {
	const cells = width - 2 - gutter;
	if (cells < 2) return undefined;
	const counted = collectionCells(state, {axis: axisOf(state, cells, glyphs), across: glyphs.dots[0]});
	if (!counted) return undefined;
	const [any, full] = [span(glyphs.mark, 'collection'), span(glyphs.strongMark, 'fullCollection')];
	const marksOf = (cells: readonly number[], glyph: Span) =>
		cells.map(cell => ({column: cell + 1 + gutter, glyph}));
	const {fullCollections = []} = state.source;
	const fullLegend = fullCollections.length > 0 ? [span(' '), full, span(' full', 'dim')] : [span(' ')];
	return {
		marks: [...marksOf(counted.any, any), ...marksOf(counted.full, full)],
		legend: [any, span(' GC', 'dim'), ...fullLegend],
	};
};

// Where there is little room, the change goes first, then what the thin line is, then the rounded value, which the
// table has too: which number this is and its exact count stay.
const titles = (state: State, index: 0 | 1, {width, glyphs}: {width: number; glyphs: Glyphs}) => {
	const figures = figureSpans(state, index, glyphs);
	const [name, legend] = [nameSpans(state, index, glyphs), legendSpans(state, index, glyphs)];
	const room = width - 7 - lineWidth(name);
	const forms = [figures, figures.slice(0, 1)];
	const fitting = forms.find(form => lineWidth(form) <= room) ?? figures.slice(-1);
	const hasLegend = lineWidth(legend) + lineWidth(figures) <= room;
	return {
		left: hasLegend ? [...name, ...legend] : name,
		right: [...changeSpans(state, index, glyphs), ...fitting],
	};
};

const nameSpans = (state: State, index: 0 | 1, glyphs: Glyphs): Line => {
	const metric = chartMetric(state, index);
	const own = index === 0 ? state.source.inUse : state.source.system;
	const style = index === 0 ? 'inUse' : 'system';
	const label = span(glyphs.plain(metric?.label ?? ''), style);
	if (metric?.id !== own) return [label];
	return [span(index === 0 ? 'In use' : 'System', style), span(glyphs.separator, 'dim'), label];
};

const legendSpans = (state: State, index: 0 | 1, glyphs: Glyphs): Line => {
	if (drawnMetrics(state, index).length < 2) return [];
	return [span(glyphs.separator, 'dim'), span(`RSS ${glyphs.plain(printedValue(state, 'os.rss'))}`, 'rss')];
};

const figureSpans = (state: State, index: 0 | 1, glyphs: Glyphs): Line => {
	const metric = chartMetric(state, index);
	if (!metric) return [];
	const now = currentValue(state, metric.id);
	const value = span(glyphs.plain(printedValue(state, metric.id)), 'strong');
	const isExact = state.view.selected === index && metric.unit === 'bytes' && Number.isFinite(now);
	return isExact
		? [span(markOf(state, metric.id) + formatExactBytes(now), 'dim'), span('  '), value]
		: [value];
};

const changeSpans = (state: State, index: 0 | 1, glyphs: Glyphs): readonly Span[] => {
	const metric = chartMetric(state, index);
	const change = metric ? changeOf(state, metric.id) : Number.NaN;
	if (!metric || !Number.isFinite(change) || Math.abs(change) < 1) return [];
	const arrow = change > 0 ? glyphs.up : glyphs.down;
	return [span(`${arrow} ${glyphs.plain(formatChange(change, metric.unit))}/min  `, 'dim')];
};
