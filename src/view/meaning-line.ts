import {metricOf} from '../app/metrics.ts';
import type {State} from '../app/state.ts';
import {formatBytes} from '../model/bytes.ts';
import type {Glyphs} from './glyphs.ts';
import {formatChange} from './number.ts';
import {outsideGrowth} from './outside-growth.ts';
import {shown} from './shown.ts';
import {joined, type Line, type Span, span} from './style.ts';

/**
 * What the gaps between the numbers mean, or why a better source does not read the process: the line under the header.
 * Undefined where there is nothing to say, as with the operating system's own numbers.
 */
export const meaningLine = (
	state: State,
	{width, glyphs}: {width: number; glyphs: Glyphs},
): Line | undefined => {
	const pieces = [
		...waitingOf(state),
		...hintOf(state),
		...outsideOf(state),
		...heldOf(state),
		...returnedOf(state),
		...outputOf(state),
	];
	if (pieces.length === 0) return undefined;
	const line = joined(fitting(pieces, width - 1), span(glyphs.separator, 'dim'));
	return [span(' '), ...line.map(({text, style}) => span(glyphs.plain(text), style))];
};

// A piece is there whole or not at all, but for the first, which is better cut than missing.
const fitting = ([first, ...others]: readonly Span[], width: number): readonly Span[] => {
	if (!first) return [];
	const chosen = [{...first, text: shortened(first.text, width)}];
	for (const piece of others) {
		const used = chosen.reduce((sum, {text}) => sum + text.length + 3, 0);
		if (used + piece.text.length <= width) chosen.push(piece);
	}
	return chosen;
};

const shortened = (text: string, width: number): string =>
	text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;

const hintOf = ({hint}: State): readonly Span[] => (hint === undefined ? [] : [span(hint, 'good')]);

const waitingOf = ({target, waitsFor}: State): readonly Span[] =>
	waitsFor && target
		? [span(`${target.name} only waits for ${waitsFor.name} (pid ${waitsFor.pid}): d watches it`, 'good')]
		: [];

const outsideOf = (state: State): readonly Span[] => {
	const growth = outsideGrowth(state);
	if (growth === undefined) return [];
	return [span(`heap flat, RSS growing outside it: ${formatChange(growth, 'bytes')}/min`, 'bad')];
};

// What is not resident costs no RAM, so it is told apart: it can be at most what RSS has beyond what is in use.
const heldOf = (state: State): readonly Span[] => {
	const {held = [], inUse} = state.source;
	// A source may name parts of which a process has only some, such as those of one collector.
	const known = held.map(id => shown(state, id).value).filter(bytes => !Number.isNaN(bytes));
	if (known.length === 0) return [];
	const free = known.reduce((sum, bytes) => sum + bytes, 0);
	const resident = Math.max(0, shown(state, 'os.rss').value - shown(state, inUse).value);
	const rest = free > resident ? ` (${formatBytes(free - resident)} of it not resident)` : '';
	return [span(`held: ${formatBytes(free)} free in the heap${rest}`)];
};

const returnedOf = (state: State): readonly Span[] => {
	const {returned, system} = state.source;
	const bytes = returned === undefined ? 0 : shown(state, returned).value;
	if (!(bytes > 0)) return [];
	return [
		span(`returned to the OS: ${formatBytes(bytes)} of ${metricOf(state.source, system)?.label ?? 'it'}`),
	];
};

// Where to look for what the command says, which is not on this screen.
const outputOf = ({command}: State): readonly Span[] =>
	command === undefined ? [] : [span(`output in ${command.output}`, 'dim')];
