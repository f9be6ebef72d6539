import {chartMetric} from '../app/metrics.ts';
import type {State} from '../app/state.ts';
import {formatExactBytes} from '../model/bytes.ts';
import type {Cells} from './cells.ts';
import {chart, drawnMetrics} from './chart/chart.ts';
import type {Glyphs} from './glyphs.ts';
import {formatChange, formatValue} from './number.ts';
import {panel} from './panel.ts';
import {type Line, lineWidth, type Span, span} from './style.ts';
import {changeOf} from './table.ts';

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
		style: isSelected ? 'borderSelected' : 'border',
	});
};

// Where there is little room, the change goes first, then what the thin line is, then which of the two this is; the
// exact count and the value stay.
const titles = (state: State, index: 0 | 1, {width, glyphs}: {width: number; glyphs: Glyphs}) => {
	const figures = figureSpans(state, index, glyphs);
	const room = width - 7 - lineWidth(figures);
	const forms = leftForms(state, index, glyphs);
	return {
		left: forms.find(form => lineWidth(form) <= room) ?? forms[1] ?? [],
		right: [...changeSpans(state, index, glyphs), ...figures],
	};
};

const leftForms = (state: State, index: 0 | 1, glyphs: Glyphs): readonly Line[] => {
	const metric = chartMetric(state, index);
	const own = index === 0 ? state.source.inUse : state.source.system;
	const style = index === 0 ? 'inUse' : 'system';
	const dot = span(glyphs.separator, 'dim');
	const label = [span(glyphs.plain(metric?.label ?? ''), style)];
	const role = metric?.id === own ? [span(index === 0 ? 'In use' : 'System', style), dot, ...label] : label;
	const legend = drawnMetrics(state, index).length > 1 ? [dot, span('RSS thin', 'rss')] : [];
	return [[...role, ...legend], role, label];
};

const figureSpans = (state: State, index: 0 | 1, glyphs: Glyphs): Line => {
	const metric = chartMetric(state, index);
	if (!metric) return [];
	const now = (state.view.frozen?.statistics ?? state.history.statistics).get(metric.id)?.now ?? Number.NaN;
	const isExact = state.view.selected === index && metric.unit === 'bytes' && Number.isFinite(now);
	return [
		...(isExact ? [span(`${glyphs.plain(formatExactBytes(now))}  `, 'dim')] : []),
		span(glyphs.plain(formatValue(now, metric.unit)), 'strong'),
	];
};

const changeSpans = (state: State, index: 0 | 1, glyphs: Glyphs): readonly Span[] => {
	const metric = chartMetric(state, index);
	const change = metric ? changeOf(state, metric.id) : Number.NaN;
	if (!metric || !Number.isFinite(change) || Math.abs(change) < 1) return [];
	const arrow = change > 0 ? glyphs.up : glyphs.down;
	return [span(`${arrow} ${glyphs.plain(formatChange(change, metric.unit))}/min  `, 'dim')];
};
