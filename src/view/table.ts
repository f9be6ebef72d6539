import {metricOf} from '../app/metrics.ts';
import type {State} from '../app/state.ts';
import {seriesOf} from '../model/history.ts';
import type {Metric, MetricId} from '../model/metric.ts';
import {changePerMinute, type Statistics} from '../model/statistics.ts';
import {blankCells, type Cells, putLine} from './cells.ts';
import type {Glyphs} from './glyphs.ts';
import {formatChange, formatValue} from './number.ts';
import {type Line, type Span, type Style, span} from './style.ts';

/** Cells that the table is wide inside its frame: with in use and system side by side, and one under the other. */
export const tableWidths = {wide: 34, narrow: 23} as const;

const labelWidth = 12;
const valueWidth = 11;

/** What a table is drawn into: cells, a width of `tableWidths`, and the characters to draw with. */
export type TableSpace = {readonly height: number; readonly width: number; readonly glyphs: Glyphs};

/** The numeric table: the figures of in use and system, then every other metric with its current and peak value. */
export const table = (state: State, {height, width, glyphs}: TableSpace): Cells => {
	const cells = blankCells(width, height);
	const lines =
		width < tableWidths.wide ? narrowLines(state) : [...mainLines(state), ...otherLines(state, height - 6)];
	lines.slice(0, height).forEach((line, y) => {
		putLine(
			cells,
			{x: 0, y},
			line.map(({text, style}) => span(glyphs.plain(text), style)),
		);
	});
	return cells;
};

const narrowLines = (state: State): readonly Line[] => [
	...roleLines(state, state.source.inUse, cell('In use', {width: labelWidth, style: 'inUse'})),
	...roleLines(state, state.source.system, cell('System', {width: labelWidth, style: 'system'})),
	...otherLines(state, 0)
		.slice(1)
		.map(line => line.slice(0, 2)),
];

const roleLines = (state: State, id: MetricId, title: Span): readonly Line[] => {
	const {statistics, unit, change} = figuresOf(state, id);
	const value = (text: string, style?: Style): Span => cell(text, {width: valueWidth, isRight: true, style});
	return [
		[title, value(formatValue(statistics?.now ?? Number.NaN, unit), 'strong')],
		[
			cell('  max', {width: labelWidth, style: 'dim'}),
			value(formatValue(statistics?.max ?? Number.NaN, unit)),
		],
		[cell('  per minute', {width: labelWidth, style: 'dim'}), value(formatChange(change, unit))],
	];
};

const mainLines = (state: State): readonly Line[] => {
	const pair = [figuresOf(state, state.source.inUse), figuresOf(state, state.source.system)] as const;
	const row = (label: string, pick: (figures: Figures) => string, style?: Style): Line => [
		cell(label, {width: labelWidth, style: 'dim'}),
		...pair.map(figures => cell(pick(figures), {width: valueWidth, isRight: true, style})),
	];
	return [
		[
			cell('', {width: labelWidth}),
			cell('In use', {width: valueWidth, isRight: true, style: 'inUse'}),
			cell('System', {width: valueWidth, isRight: true, style: 'system'}),
		],
		row('now', ({statistics, unit}) => formatValue(statistics?.now ?? Number.NaN, unit), 'strong'),
		row('min', ({statistics, unit}) => formatValue(statistics?.min ?? Number.NaN, unit)),
		row('max', ({statistics, unit}) => formatValue(statistics?.max ?? Number.NaN, unit)),
		row('mean', ({statistics, unit}) => formatValue(statistics?.mean ?? Number.NaN, unit)),
		row('per minute', ({change, unit}) => formatChange(change, unit)),
	];
};

const otherLines = (state: State, room: number): readonly Line[] => {
	const others = state.source.metrics.filter(
		({id}) => id !== state.source.inUse && id !== state.source.system,
	);
	const head = [
		cell('', {width: labelWidth}),
		cell('now', {width: valueWidth, isRight: true, style: 'dim'}),
		cell('peak', {width: valueWidth, isRight: true, style: 'dim'}),
	];
	const rows = others.map(metric => otherLine(state, metric));
	return room > rows.length + 1 ? [[], head, ...rows] : [head, ...rows];
};

const otherLine = (state: State, metric: Metric): Line => {
	const {statistics} = figuresOf(state, metric.id);
	const style = metric.id === 'os.rss' ? 'rss' : 'plain';
	const peak = metric.hasNoPeak ? '' : formatValue(statistics?.max ?? Number.NaN, metric.unit);
	return [
		cell(metric.label, {width: labelWidth, style: 'dim'}),
		cell(formatValue(statistics?.now ?? Number.NaN, metric.unit), {width: valueWidth, isRight: true, style}),
		cell(peak, {width: valueWidth, isRight: true, style: 'dim'}),
	];
};

type Figures = {
	readonly statistics: Statistics | undefined;
	readonly unit: Metric['unit'];
	readonly change: number;
};

const figuresOf = (state: State, id: MetricId): Figures => ({
	statistics: (state.view.frozen?.statistics ?? state.history.statistics).get(id),
	unit: metricOf(state.source, id)?.unit ?? 'bytes',
	change: changeOf(state, id),
});

/** Change of a metric per minute over the last minute, or the last ten samples where that is longer. */
export const changeOf = (state: State, id: MetricId): number =>
	changePerMinute(seriesOf(state.history, id), Math.max(60, 10 * state.interval), state.view.frozen?.time);

type CellParts = {
	readonly width: number;
	readonly isRight?: boolean;
	readonly style?: Style | undefined;
};

const cell = (text: string, {width, isRight = false, style = 'plain'}: CellParts): Span =>
	span(isRight ? text.slice(0, width - 1).padStart(width) : text.slice(0, width).padEnd(width), style);
