import type {State} from '../app/state.ts';
import {formatBytes, groupThousands} from '../model/bytes.ts';
import {formatDuration} from '../model/duration.ts';
import type {Glyphs} from './glyphs.ts';
import {type Line, lineWidth, type Span, span} from './style.ts';

/** The first line: what is watched on the left, how the recording stands on the right, in `width` cells. */
export const header = (state: State, {width, glyphs}: {width: number; glyphs: Glyphs}): Line => {
	const right = fitting(recordingForms(state, glyphs), width - 8);
	const left = fitting(targetForms(state, glyphs), width - lineWidth(right) - 2);
	const gap = Math.max(1, width - 2 - lineWidth(left) - lineWidth(right));
	return [span(' '), ...left, span(' '.repeat(gap)), ...right];
};

// The longest form that fits; the shortest when none does.
const fitting = (forms: readonly Line[], room: number): Line =>
	forms.find(form => lineWidth(form) <= room) ?? forms.at(-1) ?? [];

const targetForms = (state: State, glyphs: Glyphs): readonly Line[] => {
	const {target} = state;
	if (!target) return [[span('memtop', 'strong')]];
	const name = span(glyphs.plain(target.name), 'strong');
	const pid = span(`pid ${target.pid}`);
	const life = state.ended ? endedSpan(state) : upSpan(state);
	const source = span(state.source.title, 'dim');
	const frozen = state.view.frozen ? [span('FROZEN', 'good')] : [];
	const dot = span(glyphs.separator, 'dim');
	const full = [name, pid, ...life, source];
	return [
		[span('memtop  ', 'dim'), ...joined([...frozen, ...full], dot)],
		joined([...frozen, name, pid, ...life], dot),
		joined([...frozen, name, pid], dot),
		joined([name, span(String(target.pid))], dot),
		[span(glyphs.plain(target.name).slice(0, 8), 'strong')],
	];
};

const upSpan = ({target, now}: State): readonly Span[] =>
	target?.startTime === undefined ? [] : [span(`up ${formatDuration(Math.max(1, now - target.startTime))}`)];

const endedSpan = ({ended}: State): readonly Span[] => {
	if (!ended) return [];
	const at = new Date(ended.time * 1000).toTimeString().slice(0, 8);
	return [span(`ended ${at} after ${formatDuration(ended.time - ended.watchedSince)} watched`, 'bad')];
};

const recordingForms = (state: State, glyphs: Glyphs): readonly Line[] => {
	const {recording} = state;
	const mark = markOf(state, glyphs);
	const file = recording.path === undefined ? [] : [span(glyphs.plain(baseName(recording.path)))];
	const samples = span(`${groupThousands(recording.samples)} samples`);
	const bytes = span(formatBytes(recording.bytes));
	const lost = recording.lost > 0 ? [span(`${groupThousands(recording.lost)} lost`, 'bad')] : [];
	const reason = recording.reason === undefined ? [] : [span(glyphs.plain(recording.reason), 'bad')];
	const dot = span(glyphs.separator, 'dim');
	const daily = perDay(state);
	return [
		[mark, ...joined([...file, samples, bytes, ...daily, ...lost, ...reason], dot)],
		[mark, ...joined([...file, samples, bytes, ...lost, ...reason], dot)],
		[mark, ...joined([...file, samples, bytes, ...lost], dot)],
		[mark, ...joined([...file, span(groupThousands(recording.samples)), bytes, ...lost], dot)],
		[mark, ...joined([span(groupThousands(recording.samples)), bytes], dot)],
		[mark],
	];
};

const markOf = ({recording}: State, glyphs: Glyphs): Span =>
	({
		recording: span(`${glyphs.recording} REC `, 'bad'),
		paused: span(`${glyphs.paused} off `, 'dim'),
		failing: span(`${glyphs.recording} NOT RECORDED `, 'bad'),
		unavailable: span(`${glyphs.paused} not recorded `, 'bad'),
	})[recording.state];

const perDay = ({recording, interval}: State): readonly Span[] => {
	if (recording.samples === 0) return [];
	const bytes = (recording.bytes / recording.samples) * (86_400 / interval);
	return [span(`${formatBytes(bytes)}/day`, 'dim')];
};

const joined = (spans: readonly Span[], separator: Span): Line =>
	spans.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]));

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
