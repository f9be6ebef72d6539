import type {State} from '../app/state.ts';
import {formatDuration} from '../model/duration.ts';
import {type Ending, endingText} from '../model/ending.ts';
import {currentStatistics} from './current.ts';
import type {Glyphs} from './glyphs.ts';
import {recordingForms} from './recording-line.ts';
import {joined, type Line, lineWidth, type Span, span} from './style.ts';
import {viewedForms} from './viewed-line.ts';

/**
 * The first line: what is watched on the left, how the recording stands on the right, in `width` cells. Where there is
 * little room both take shorter forms, and the name of the program is cut last.
 */
export const header = (state: State, {width, glyphs}: {width: number; glyphs: Glyphs}): Line => {
	const room = width - 3;
	const targets = targetForms(state, glyphs);
	const recordings = state.viewed ? viewedForms(state, state.viewed, glyphs) : recordingForms(state, glyphs);
	const right = chosenRecording(recordings, targets, room);
	const left = longest(targets, room - lineWidth(right)) ?? cut(state, room - lineWidth(right), glyphs);
	const gap = Math.max(1, width - 2 - lineWidth(left) - lineWidth(right));
	return [span(' '), ...left, span(' '.repeat(gap)), ...right];
};

// Bytes a day give way to the age of the process; samples and bytes are worth more than its name.
const chosenRecording = (forms: readonly Line[], targets: readonly Line[], room: number): Line => {
	const [full = [], ...shorter] = forms;
	const counting = shorter.slice(0, -1);
	const [aged = [], shortest = []] = [targets.at(-4), targets.at(-1)];
	return (
		longest([full], room - lineWidth(aged)) ??
		longest(counting, room - Math.min(lineWidth(shortest), 24)) ??
		longest(counting, room - 4) ??
		forms.at(-1) ??
		[]
	);
};

const longest = (forms: readonly Line[], room: number): Line | undefined =>
	forms.find(form => lineWidth(form) <= room);

const cut = ({target}: State, room: number, glyphs: Glyphs): Line => [
	span(glyphs.plain(target?.name ?? '').slice(0, Math.max(0, room)), 'strong'),
];

const targetForms = (state: State, glyphs: Glyphs): readonly Line[] => {
	const {target} = state;
	if (!target) return [[span('memtop', 'strong')]];
	const name = span(glyphs.plain(target.name), 'strong');
	const pid = target.pid > 0 ? [span(`pid ${target.pid}`)] : [];
	const number = pid.map(() => span(String(target.pid)));
	const life = lifeSpan(state);
	const frozen = heldSpan(state);
	const dot = span(glyphs.separator, 'dim');
	const source = span(glyphs.plain(titleOf(state)), 'dim');
	return [
		[span('memtop  ', 'dim'), ...joined([...frozen, name, ...pid, ...life, source], dot)],
		joined([...frozen, name, ...pid, ...life, source], dot),
		joined([...frozen, name, ...pid, ...life], dot),
		joined([...frozen, name, ...pid], dot),
		joined([...frozen, name, ...number], dot),
		joined([name, ...number], dot),
	];
};

// A log is looked at as it is: there is no now from which it could be told apart, unless it grows.
const heldSpan = ({view, viewed}: State): readonly Span[] => {
	if (view.frozen) return [span('FROZEN', 'good')];
	const isPast = view.edge !== undefined && (!viewed || viewed.isFollowed);
	return isPast ? [span('PAST', 'good')] : [];
};

const lifeSpan = (state: State): readonly Span[] => {
	const {viewed} = state;
	if (!viewed) return state.ended || endingOf(state) ? endedSpan(state) : upSpan(state);
	return viewed.recordings > 1 ? [span(`recording ${viewed.recording}/${viewed.recordings}`)] : [];
};

const titleOf = ({source, history}: State): string => {
	const {title, processes} = source;
	if (processes === undefined) return title;
	const count = history.statistics.get(processes)?.now;
	return `tree${count === undefined ? '' : ` of ${count}`}: ${title}`;
};

// The same age as in the table, where the system has told it.
const upSpan = (state: State): readonly Span[] => {
	const {target, now} = state;
	const told = currentStatistics(state, 'os.elapsed')?.now;
	const age = told ?? now - (target?.startTime ?? Number.NaN);
	return Number.isFinite(age) ? [span(`up ${formatDuration(Math.max(1, Math.round(age)))}`)] : [];
};

// A child's status can be known before the next sample finds it gone.
const endedSpan = (state: State): readonly Span[] => {
	const {ended} = state;
	const ending = endingOf(state);
	const how = ending ? ` ${endingText(ending)}` : '';
	if (!ended) return [span(`ended${how}`, 'bad')];
	const at = new Date(ended.time * 1000).toTimeString().slice(0, 8);
	const watched = formatDuration(Math.round(ended.time - ended.watchedSince));
	return [span(`ended ${at}${how} after ${watched} watched`, 'bad')];
};

const endingOf = ({command, target}: State): Ending | undefined =>
	command?.pid === target?.pid ? command?.ending : undefined;
