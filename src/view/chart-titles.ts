import {chartMetric} from '../app/metrics.ts';
import type {Compared, State} from '../app/state.ts';
import {formatExactBytes} from '../model/bytes.ts';
import {drawnMetrics} from './chart/curves.ts';
import {comparedMetric, comparedNames} from './compared.ts';
import type {Glyphs} from './glyphs.ts';
import {formatChange} from './number.ts';
import {printed, printedShown, shown, shownOther} from './shown.ts';
import {joined, type Line, lineWidth, type Span, span} from './style.ts';
import {changeOf} from './table/figures.ts';

/** The titles of a chart, left and right in its upper border. */
export type ChartTitles = {readonly left: Line; readonly right: Line};

/** What titles are made for: cells of the panel, and the characters to draw with. */
export type TitleSpace = {readonly width: number; readonly glyphs: Glyphs};

/**
 * What a chart shows on the left, and on the right its value at the cursor, or now, and how it changes. Where there is
 * little room, the change goes first, then what the thin line is, then the rounded value, which the table has too: which
 * number this is and its exact count stay.
 */
export const chartTitles = (state: State, index: 0 | 1, {width, glyphs}: TitleSpace): ChartTitles => {
	if (state.other) return comparedTitles(state, state.other, {index, width, glyphs});
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
	const role = index === 0 ? 'In use' : 'System';
	// A log that does not name its columns has no other word for them.
	if (metric?.id !== own || label.text === role) return [label];
	return [span(role, style), span(glyphs.separator, 'dim'), label];
};

const legendSpans = (state: State, index: 0 | 1, glyphs: Glyphs): Line => {
	if (drawnMetrics(state, index).length < 2) return [];
	return [span(glyphs.separator, 'dim'), span(`RSS ${glyphs.plain(printedShown(state, 'os.rss'))}`, 'rss')];
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
	const change = metric ? changeOf(state, metric.id, state.view.cursor) : Number.NaN;
	if (!metric || !Number.isFinite(change) || Math.abs(change) < 1) return [];
	const arrow = change > 0 ? glyphs.up : glyphs.down;
	return [span(`${arrow} ${glyphs.plain(formatChange(change, metric.unit))}/min  `, 'dim')];
};

// Which line is whose and what it stands at is worth more than what the runtime calls it.
const comparedTitles = (
	state: State,
	other: Compared,
	{index, width, glyphs}: TitleSpace & {index: 0 | 1},
): ChartTitles => {
	const name = nameSpans(state, index, glyphs);
	const [one, two] = comparedNames(state, other).map(text => glyphs.plain(text));
	const own = index === 0 ? 'inUse' : 'system';
	const legend = joined([span(`A ${one}`, own), span(`B ${two}`, 'other')], span('  '));
	const dot = span(glyphs.separator, 'dim');
	const right = comparedFigures(state, other, {index, glyphs});
	const room = width - 7 - lineWidth(right);
	const forms = [[...name, dot, ...legend], [...name.slice(0, 1), dot, ...legend], name];
	return {left: forms.find(form => lineWidth(form) <= room) ?? name.slice(0, 1), right};
};

const comparedFigures = (
	state: State,
	other: Compared,
	{index, glyphs}: {index: 0 | 1; glyphs: Glyphs},
): Line => {
	const metric = chartMetric(state, index);
	if (!metric) return [];
	const id = comparedMetric(state, other, metric.id);
	const of = id === undefined ? ({value: Number.NaN, mark: ''} as const) : shownOther(state, other, id);
	return [
		span(`A ${glyphs.plain(printedShown(state, metric.id))}`, index === 0 ? 'inUse' : 'system'),
		span('  '),
		span(`B ${glyphs.plain(printed(of, metric.unit))}`, 'other'),
	];
};
