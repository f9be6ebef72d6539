import type {State} from '../app/state.ts';
import {formatDuration} from '../model/duration.ts';
import {clockText} from '../model/local-time.ts';
import type {Glyphs} from './glyphs.ts';
import {type ListedKey, listedKeys} from './listed-keys.ts';
import {type Line, lineWidth, span} from './style.ts';

/** The last line: what there is to say, else the keys as far as they fit in `width` cells. */
export const keyLine = (state: State, {width, glyphs}: {width: number; glyphs: Glyphs}): Line => {
	const {notice, overlay} = state;
	if (overlay === 'mark') return markLine(state, {width, glyphs});
	if (notice && overlay !== 'leaving') {
		return [span(` ${glyphs.plain(notice.text)}`.slice(0, width), notice.tone === 'bad' ? 'bad' : 'good')];
	}
	const busy = busySpans(state, glyphs);
	const listed = listedKeys(state);
	const keys = keysThatFit(listed, {room: width, glyphs});
	// What is asked is worth nothing without the keys to answer it.
	if (overlay === 'leaving') return lineWidth(busy) + lineWidth(keys) > width ? keys : [...busy, ...keys];
	return [...busy, ...keysThatFit(listed, {room: width - lineWidth(busy), glyphs})];
};

// The end of what is typed is what one looks at; where there is little room, the keys go first.
const markLine = (state: State, {width, glyphs}: {width: number; glyphs: Glyphs}): Line => {
	const {text = '', time = state.now} = state.typedMark ?? {};
	const question = ` mark at ${clockText(time)}: `;
	const all = keysThatFit(listedKeys(state), {room: width, glyphs});
	const keys = width - question.length - lineWidth(all) >= leastTyped ? all : [];
	const room = Math.max(0, width - question.length - lineWidth(keys) - 2);
	const typed = room === 0 ? '' : glyphs.plain(text).slice(-room);
	return [
		span(question.slice(0, width), 'good'),
		...(room === 0 ? [] : [span(`${typed}_ `, 'strong')]),
		...keys,
	];
};

// Cells for what is typed, with the place of the next letter.
const leastTyped = 12;

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
const keysThatFit = (listed: readonly ListedKey[], {room, glyphs}: {room: number; glyphs: Glyphs}): Line => {
	const chosen = new Set<ListedKey>();
	let left = room;
	for (const key of listed.toSorted((one, other) => one.rank - other.rank)) {
		left -= lineWidth(pieceOf(key, glyphs));
		if (left < 0) break;
		chosen.add(key);
	}
	return listed.filter(key => chosen.has(key)).flatMap(key => pieceOf(key, glyphs));
};

const pieceOf = ({label, short}: ListedKey, glyphs: Glyphs): Line => [
	span(` ${glyphs.plain(label)}`, 'key'),
	span(` ${short} `, 'dim'),
];
