import {type KeyBinding, keyBindings, leavingKeys, pickerKeys} from '../app/keys.ts';
import type {State} from '../app/state.ts';
import {formatDuration} from '../model/duration.ts';
import type {Glyphs} from './glyphs.ts';
import {type Line, lineWidth, span} from './style.ts';

/** The last line: what there is to say, else the keys as far as they fit in `width` cells. */
export const keyLine = (state: State, {width, glyphs}: {width: number; glyphs: Glyphs}): Line => {
	const {notice, overlay} = state;
	if (notice && overlay !== 'leaving') {
		return [span(` ${glyphs.plain(notice.text)}`.slice(0, width), notice.tone === 'bad' ? 'bad' : 'good')];
	}
	const busy = busySpans(state, glyphs);
	const bindings = bindingsOf(state);
	const keys = keysThatFit(bindings, {room: width, glyphs});
	// What is asked is worth nothing without the keys to answer it.
	if (overlay === 'leaving') return lineWidth(busy) + lineWidth(keys) > width ? keys : [...busy, ...keys];
	return [...busy, ...keysThatFit(bindings, {room: width - lineWidth(busy), glyphs})];
};

const bindingsOf = ({overlay}: State): readonly KeyBinding[] => {
	if (overlay === 'leaving') return leavingKeys;
	return overlay === 'picker' ? pickerKeys : keyBindings;
};

const busySpans = ({overlay, command, now, plottingSince}: State, glyphs: Glyphs): Line => {
	const name = glyphs.plain(command?.name ?? '');
	if (overlay === 'leaving') return [span(` ${name} (pid ${command?.pid}) still runs: `, 'good')];
	if (command?.isEnding && !command.ending) return [span(` ${name} is to end, SIGKILL after 5 s `, 'good')];
	return plottingSince === undefined ? [] : plotting(now - plottingSince);
};

const plotting = (seconds: number): Line => [
	span(` gnuplot draws, ${formatDuration(Math.max(0, Math.round(seconds)))}; g cancels `, 'good'),
];

// The essential ones first; then the others, in their order, each whole or not at all.
const keysThatFit = (
	bindings: readonly KeyBinding[],
	{room, glyphs}: {room: number; glyphs: Glyphs},
): Line => {
	const listed = bindings.filter(({short}) => short !== undefined);
	const chosen = new Set<KeyBinding>();
	let left = room;
	for (const binding of listed.toSorted((one, other) => rank(one) - rank(other))) {
		left -= lineWidth(pieceOf(binding, glyphs));
		if (left < 0) break;
		chosen.add(binding);
	}
	return listed.filter(binding => chosen.has(binding)).flatMap(binding => pieceOf(binding, glyphs));
};

const rank = ({isEssential}: KeyBinding): number => (isEssential ? 0 : 1);

const pieceOf = ({label, short = ''}: KeyBinding, glyphs: Glyphs): Line => [
	span(` ${glyphs.plain(label)}`, 'key'),
	span(` ${short} `, 'dim'),
];
