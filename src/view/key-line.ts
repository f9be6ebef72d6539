import {type KeyBinding, keyBindings, pickerKeys} from '../app/keys.ts';
import type {State} from '../app/state.ts';
import {formatDuration} from '../model/duration.ts';
import type {Glyphs} from './glyphs.ts';
import {type Line, lineWidth, span} from './style.ts';

/** The last line: what there is to say, else the keys as far as they fit in `width` cells. */
export const keyLine = (state: State, {width, glyphs}: {width: number; glyphs: Glyphs}): Line => {
	const {notice} = state;
	if (notice) {
		return [span(` ${glyphs.plain(notice.text)}`.slice(0, width), notice.tone === 'bad' ? 'bad' : 'good')];
	}
	const busy = state.plottingSince === undefined ? [] : plotting(state.now - state.plottingSince);
	const bindings: readonly KeyBinding[] = state.overlay === 'picker' ? pickerKeys : keyBindings;
	return [...busy, ...keysThatFit(bindings, {room: width - lineWidth(busy), glyphs})];
};

const plotting = (seconds: number): Line => [
	span(` gnuplot draws, ${formatDuration(Math.max(0, Math.round(seconds)))}; g cancels `, 'good'),
];

const keysThatFit = (
	bindings: readonly KeyBinding[],
	{room, glyphs}: {room: number; glyphs: Glyphs},
): Line => {
	const line = [];
	let left = room;
	for (const {label, short} of bindings) {
		if (short === undefined) continue;
		const piece = [span(` ${glyphs.plain(label)}`, 'key'), span(` ${short} `, 'dim')];
		left -= lineWidth(piece);
		if (left < 0) break;
		line.push(...piece);
	}
	return line;
};
