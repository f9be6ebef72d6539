import {chartMetric} from '../app/metrics.ts';
import type {State} from '../app/state.ts';
import {formatExactBytes} from '../model/bytes.ts';
import {drawnMetrics} from './chart/curves.ts';
import {comparedTitles} from './compared-titles.ts';
import type {Glyphs} from './glyphs.ts';
import {formatChange} from './number.ts';
import {printedShown, shown} from './shown.ts';
import {type Line, lineWidth, type Span, span} from './style.ts';
import {changeOf} from './table/figures.ts';
import type {ChartTitles, TitleSpace} from './titles.ts';

/**
 * What a chart shows on the left, and on the right its value at the cursor, or now, and how it changes. Where there is
 * little room, the change goes first, then the rounded value, which the table has too, then what the runtime calls it and
 * what the thin line stands at: of two lines it must be plain which is which.
 */
export const chartTitles = (state: State, index: 0 | 1, {width, glyphs}: TitleSpace): ChartTitles => {
	const name = nameSpans(state, index, glyphs);
	if (state.other) return comparedTitles(state, state.other, {index, name, width, glyphs});
	const figures = figureSpans(state, index, glyphs);
	const rights = [figures, figures.slice(0, 1), figures.slice(-1)];
	const lefts = leftForms(state, index, glyphs);
	const room = width - 7;
	const fits = (left: Line, right: Line): boolean => lineWidth(left) + lineWidth(right) <= room;
	const left = lefts.find(form => fits(form, figures.slice(0, 1))) ?? lefts.at(-1) ?? [];
	const right = rights.find(form => fits(left, form)) ?? figures.slice(-1);
	return {left, right: [...changeSpans(state, index, glyphs), ...right]};
};

const leftForms = (state: State, index: 0 | 1, glyphs: Glyphs): readonly Line[] => {
	const name = nameSpans(state, index, glyphs);
	if (drawnMetrics(state, index).length < 2) return [name];
	const dot = span(glyphs.separator, 'dim');
	const legend = span(`RSS ${glyphs.plain(printedShown(state, 'os.rss'))}`, 'rss');
	const role = name.slice(0, 1);
	return [
		[...name, dot, legend],
		[...role, dot, legend],
		[...role, dot, span('RSS', 'rss')],
	];
};

const nameSpans = (state: State, index: 0 | 1, glyphs: Glyphs): Line => {
	const metric = chartMetric(state, index);
	const own = index === 0 ? state.source.inUse : state.source.system;
	const style = index === 0 ? 'inUse' : 'system';
	const label = span(glyphs.plain(metric?.label ?? ''), style);
	const role = index === 0 ? 'In use' : 'System';
	// A log that does not name its columns has no other word for them.
	if (metric?.id !== own || label.text === role) return [label];
	return [span(role, style), span(glyphs.separator, 'dim'), label];
};

const figureSpans = (state: State, index: 0 | 1, glyphs: Glyphs): Line => {
	const metric = chartMetric(state, index);
	if (!metric) return [];
	const {value, mark} = shown(state, metric.id);
	const rounded = span(glyphs.plain(printedShown(state, metric.id)), 'strong');
	const isExact = state.view.selected === index && metric.unit === 'bytes' && Number.isFinite(value);
	return isExact ? [span(mark + formatExactBytes(value), 'dim'), span('  '), rounded] : [rounded];
};

const changeSpans = (state: State, index: 0 | 1, glyphs: Glyphs): readonly Span[] => {
	const metric = chartMetric(state, index);
	const change = metric ? changeOf(state, metric.id) : Number.NaN;
	if (!metric || !Number.isFinite(change) || Math.abs(change) < 1) return [];
	const arrow = change > 0 ? glyphs.up : glyphs.down;
	return [span(`${arrow} ${glyphs.plain(formatChange(change, metric.unit))}/min  `, 'dim')];
};
