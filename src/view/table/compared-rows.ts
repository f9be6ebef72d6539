import {metricOf} from '../../app/metrics.ts';
import type {Compared, State} from '../../app/state.ts';
import type {Metric, MetricId, Unit} from '../../model/metric.ts';
import {comparedMetric} from '../compared.ts';
import {formatChange} from '../number.ts';
import {printed, type Shown, shown, shownOther} from '../shown.ts';
import {type Line, type Span, span} from '../style.ts';
import {labelCell, tableWidths, valueCell} from './cell.ts';
import {comparedFigures} from './compared-figures.ts';

/**
 * Two recordings: A, B, and by how much B is more, for in use and system, the figures of both, and then every metric that
 * both have, at the cursor, or the last where there is none. Where there is no room for all, the figures come last.
 */
export const comparedRows = (
	state: State,
	other: Compared,
	{width, height}: {readonly width: number; readonly height: number},
): readonly Line[] => {
	const {inUse, system, metrics} = state.source;
	const others = metrics.filter(({id, unit}) => id !== inUse && id !== system && unit !== 'identifier');
	const both = others.map(metric => pairOf(state, other, metric)).filter(pair => pair !== undefined);
	const main = [
		{title: span('In use', 'inUse'), pair: pairOf(state, other, metricOf(state.source, inUse))},
		{title: span('System', 'system'), pair: pairOf(state, other, metricOf(state.source, system))},
	];
	if (width < tableWidths.wide) return narrowRows(main, both);
	const roles = main.map(({pair}) => pair);
	const row = (label: Span, cell: keyof Texts): Line => [
		label,
		...roles.map(pair => valueCell(pair ? textsOf(pair)[cell] : '–', cell === 'more' ? 'strong' : 'plain')),
	];
	const now = [
		[labelCell(''), ...main.map(({title}) => valueCell(title.text, title.style))],
		row(labelCell('A', 'strong'), 'one'),
		row(labelCell('B', 'other'), 'two'),
		row(labelCell('B − A'), 'more'),
	];
	const shared = [
		...(both.length > 0 ? [[], [labelCell(''), valueCell('A', 'dim'), valueCell('B − A', 'dim')]] : []),
		...both.map(pair => [
			labelCell(pair.metric.label),
			valueCell(textsOf(pair).one),
			valueCell(textsOf(pair).more),
		]),
	];
	const figures = [[], ...comparedFigures(state, other)];
	const isRoomy = now.length + figures.length + shared.length <= height;
	return isRoomy ? [...now, ...figures, ...shared] : [...now, ...shared, ...figures];
};

/** A metric of both recordings. */
type Pair = {readonly metric: Metric; readonly one: Shown; readonly two: Shown};

type Texts = {readonly one: string; readonly two: string; readonly more: string};

type Role = {readonly title: Span; readonly pair: Pair | undefined};

const narrowRows = (main: readonly Role[], both: readonly Pair[]): readonly Line[] => [
	...main.flatMap(({title, pair}) => {
		const {one, two, more} = pair ? textsOf(pair) : {one: '–', two: '–', more: '–'};
		return [
			[labelCell(`${title.text} A`, title.style), valueCell(one)],
			[labelCell(`${' '.repeat(title.text.length)} B`, 'other'), valueCell(two)],
			[labelCell('  B − A'), valueCell(more, 'strong')],
		];
	}),
	...(both.length > 0 ? [[labelCell(''), valueCell('B − A', 'dim')]] : []),
	...both.map(pair => [labelCell(pair.metric.label), valueCell(textsOf(pair).more)]),
];

const pairOf = (state: State, other: Compared, metric: Metric | undefined): Pair | undefined => {
	const id: MetricId | undefined = metric && comparedMetric(state, other, metric.id);
	if (!metric || id === undefined) return undefined;
	return {metric, one: shown(state, metric.id), two: shownOther(state, other, id)};
};

const textsOf = ({metric: {unit}, one, two}: Pair): Texts => ({
	one: printed(one, unit),
	two: printed(two, unit),
	more: differenceText(one, two, unit),
});

const differenceText = (one: Shown, two: Shown, unit: Unit): string => {
	const difference = two.value - one.value;
	return Number.isFinite(difference) ? (one.mark || two.mark) + formatChange(difference, unit) : '–';
};
