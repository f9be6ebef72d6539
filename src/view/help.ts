import {bindingsFor} from '../app/keys.ts';
import type {State} from '../app/state.ts';
import type {Metric} from '../model/metric.ts';
import {blankCells, type Cells, putLine} from './cells.ts';
import type {Glyphs} from './glyphs.ts';
import {panel} from './panel.ts';
import {signs} from './signs.ts';
import {type Line, type Span, span} from './style.ts';

/** The help page: every key, and what every shown metric means, from the values that define them. */
export const help = (
	state: State,
	{width, height, glyphs}: {width: number; height: number; glyphs: Glyphs},
): Cells => {
	const lines = helpLines(state, {width: width - 4, glyphs});
	const room = height - 2;
	const offset = shownOffset(state, lines.length - room);
	const content = blankCells(width - 2, room);
	lines.slice(offset, offset + room).forEach((line, y) => {
		putLine(
			content,
			{x: 1, y},
			line.map(({text, style}) => span(glyphs.plain(text), style)),
		);
	});
	const more =
		lines.length > room ? [span(glyphs.plain(`${offset + 1}–${offset + room} of ${lines.length}, ↑↓`))] : [];
	return panel(glyphs, {width, height, left: [span('Help', 'strong')], right: more, content});
};

/** First line of the help page that is shown on a screen of that size: the one asked for, or the last that fills it. */
export const helpOffset = (
	state: State,
	{width, height, glyphs}: {width: number; height: number; glyphs: Glyphs},
): number => shownOffset(state, helpLines(state, {width: width - 4, glyphs}).length - (height - 2));

const shownOffset = ({view}: State, last: number): number => Math.max(0, Math.min(view.helpOffset, last));

const helpLines = (state: State, {width, glyphs}: {width: number; glyphs: Glyphs}): readonly Line[] => [
	...bindingsFor(state).flatMap(({label, help: text}) =>
		labelled(span(label, 'key'), text, {indent: 8, width}),
	),
	[],
	...signs(state, glyphs).flatMap(([sign, text]) => labelled(sign, text, {indent: 8, width})),
	[],
	...wrapped(meaningOf(state), width).map(text => [span(text)]),
	...state.source.metrics.flatMap(metric => metricLines(state, metric, width)),
];

const meaningOf = ({source}: State): string =>
	`In use and system are what source "${source.name}" reads: ${source.title}. A number with ~ is a best effort, or an older one held over.`;

const metricLines = (state: State, metric: Metric, width: number): readonly Line[] => {
	const absent = state.history.absent.get(metric.id);
	const text = absent === undefined ? metric.definition : `${metric.definition} Not shown now: ${absent}.`;
	return labelled(span(metric.label, styleOf(state, metric)), text, {indent: 14, width});
};

const labelled = (
	label: Span,
	text: string,
	{indent, width}: {indent: number; width: number},
): readonly Line[] =>
	wrapped(text, width - indent).map((piece, index) => [
		span((index === 0 ? label.text : '').padEnd(indent), label.style),
		span(piece),
	]);

const styleOf = ({source}: State, {id}: Metric) => {
	if (id === source.inUse) return 'inUse';
	if (id === source.system) return 'system';
	return id === 'os.rss' ? 'rss' : 'strong';
};

const wrapped = (text: string, width: number): readonly string[] => {
	const lines = [''];
	for (const word of text.split(' ')) {
		const line = lines.at(-1) ?? '';
		if (line === '') lines[lines.length - 1] = word;
		else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
		else lines.push(word);
	}
	return lines;
};
