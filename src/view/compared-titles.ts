import {chartMetric} from '../app/metrics.ts';
import type {Compared, State} from '../app/state.ts';
import {comparedMetric, comparedNames} from './compared.ts';
import type {Glyphs} from './glyphs.ts';
import {printed, printedShown, shownOther} from './shown.ts';
import {joined, type Line, lineWidth, type Span, span} from './style.ts';
import type {ChartTitles, TitleSpace} from './titles.ts';

/** Which chart of two recordings, and what it is called. */
export type ComparedSpace = TitleSpace & {readonly index: 0 | 1; readonly name: Line};

/**
 * The titles of a chart of two recordings. Which line is whose and what it stands at is worth more than what the runtime
 * calls it; where there is room for hardly more than the two numbers, they stand on the left.
 */
export const comparedTitles = (
	state: State,
	other: Compared,
	{index, name, width, glyphs}: ComparedSpace,
): ChartTitles => {
	const own = index === 0 ? 'inUse' : 'system';
	const [one, two] = comparedNames(state, other).map(text => glyphs.plain(text));
	const legend = joined([span(`A ${one}`, own), span(`B ${two}`, 'other')], span('  '));
	const dot = span(glyphs.separator, 'dim');
	const figures = comparedFigures(state, other, {index, glyphs});
	const right = joined(figures, span('  '));
	const role = name.slice(0, 1);
	const lefts = [[...name, dot, ...legend], [...role, dot, ...legend], name, role];
	const left = lefts.find(form => lineWidth(form) + lineWidth(right) <= width - 7);
	if (left) return {left, right};
	const brief = joined([...role, ...figures], span(' '));
	return {left: lineWidth(brief) <= width - 4 ? brief : joined(figures, span(' ')), right: []};
};

const comparedFigures = (
	state: State,
	other: Compared,
	{index, glyphs}: {index: 0 | 1; glyphs: Glyphs},
): readonly Span[] => {
	const metric = chartMetric(state, index);
	if (!metric) return [];
	const id = comparedMetric(state, other, metric.id);
	const of = id === undefined ? ({value: Number.NaN, mark: ''} as const) : shownOther(state, other, id);
	return [
		span(`A ${glyphs.plain(printedShown(state, metric.id))}`, index === 0 ? 'inUse' : 'system'),
		span(`B ${glyphs.plain(printed(of, metric.unit))}`, 'other'),
	];
};
