import {chartMetric} from '../app/metrics.ts';
import type {State} from '../app/state.ts';
import {formatExactBytes} from '../model/bytes.ts';
import type {Metric} from '../model/metric.ts';
import type {Cells} from './cells.ts';
import {chart, drawnMetrics} from './chart/chart.ts';
import type {Glyphs} from './glyphs.ts';
import {formatChange, formatValue} from './number.ts';
import {panel} from './panel.ts';
import {type Line, type Span, span} from './style.ts';
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
		left: leftTitle(state, index, glyphs),
		right: rightTitle(state, index, glyphs),
		content,
		style: isSelected ? 'borderSelected' : 'border',
	});
};

const leftTitle = (state: State, index: 0 | 1, glyphs: Glyphs): Line => {
	const metric = chartMetric(state, index);
	const own = index === 0 ? state.source.inUse : state.source.system;
	const style = index === 0 ? 'inUse' : 'system';
	const role =
		metric?.id === own ? [span(index === 0 ? 'In use' : 'System', style), span(glyphs.separator, 'dim')] : [];
	const thin =
		drawnMetrics(state, index).length > 1 ? [span(glyphs.separator, 'dim'), span('RSS thin', 'rss')] : [];
	return [...role, span(glyphs.plain(metric?.label ?? ''), style), ...thin];
};

const rightTitle = (state: State, index: 0 | 1, glyphs: Glyphs): Line => {
	const metric = chartMetric(state, index);
	if (!metric) return [];
	const figures = (state.view.frozen?.statistics ?? state.history.statistics).get(metric.id);
	const now = figures?.now ?? Number.NaN;
	const exact = state.view.selected === index && metric.unit === 'bytes';
	return [
		...(exact ? [span(`${glyphs.plain(formatExactBytes(now))}  `, 'dim')] : []),
		...changeSpans(state, metric, glyphs),
		span(glyphs.plain(formatValue(now, metric.unit)), 'strong'),
	];
};

const changeSpans = (state: State, metric: Metric, glyphs: Glyphs): readonly Span[] => {
	const change = changeOf(state, metric.id);
	if (!Number.isFinite(change) || Math.abs(change) < 1) return [];
	const arrow = change > 0 ? glyphs.up : glyphs.down;
	return [span(`${arrow} ${glyphs.plain(formatChange(change, metric.unit))}/min  `, 'dim')];
};
