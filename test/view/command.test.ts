import test from 'ava';
import type {StartedCommand, State} from '../../src/app/state.ts';
import {dashboard} from '../../src/view/dashboard.ts';
import {asciiGlyphs, unicodeGlyphs} from '../../src/view/glyphs.ts';
import {header} from '../../src/view/header.ts';
import {keyLine} from '../../src/view/key-line.ts';
import {meaningLine} from '../../src/view/meaning-line.ts';
import type {Line} from '../../src/view/style.ts';
import {screenText} from '../fixtures/dashboard/screens.ts';
import {plainSource} from '../fixtures/source.ts';
import {after, firstTime, openedState, target, watchedState} from '../fixtures/watch.ts';

const command: StartedCommand = {
	pid: target.pid,
	name: 'prometheus',
	output: 'memtop-x.out',
	isEnding: false,
};
const started = after(openedState(plainSource), {type: 'commandStarted', command});
const asked = after(started, {type: 'quitAsked'});
const ending = after(asked, {type: 'commandEndAsked'});
const gone = after(started, {type: 'commandEnded', ending: {status: 3}});

const textOf = (line: Line | undefined): string => (line ?? []).map(({text}) => text).join('');

/** Rows: a state, the width of the key line, and what it says. */
const testKeys = test.macro((t, state: State, width: number, expected: string | RegExp) => {
	const text = textOf(keyLine(state, {width, glyphs: unicodeGlyphs}));
	t.true(text.length <= width);
	if (typeof expected === 'string') t.is(text.trimEnd(), expected);
	else t.regex(text, expected);
});

const choice = ' l leave it running  e end it  Esc back';
test('the question', testKeys, asked, 80, ` prometheus (pid 4242) still runs: ${choice}`);
test('the keys alone where there is little room', testKeys, asked, 60, choice);
test('as many keys as fit', testKeys, asked, 32, ' l leave it running  e end it');
test(
	'a notice does not hide it',
	testKeys,
	{...asked, notice: {text: 'hello', tone: 'info'}},
	80,
	/leave it/,
);
test('it is to end', testKeys, ending, 120, /^ prometheus is to end, SIGKILL after 5 s .* q quit $/);
test('it has ended', testKeys, after(ending, {type: 'commandEnded', ending: {status: 0}}), 120, /^ r record/);

/** Rows: a state, and what its header says. */
const testHeader = test.macro((t, state: State, expected: RegExp) => {
	t.regex(textOf(header(state, {width: 160, glyphs: unicodeGlyphs})), expected);
});

test('a status is told before the process is found to be gone', testHeader, gone, /· ended with status 3 ·/);
test(
	'when, how and after how long',
	testHeader,
	after(gone, {type: 'ended', time: firstTime + 60}),
	/· ended \d\d:\d\d:\d\d with status 3 after .* watched ·/,
);
test(
	'the end of another process is not that of the command',
	testHeader,
	{...gone, target: {...target, pid: 77}},
	/pid 77 · up /,
);

test('where its output goes', t => {
	t.is(textOf(meaningLine(started, {width: 120, glyphs: unicodeGlyphs})), ' output in memtop-x.out');
	t.is(meaningLine(openedState(plainSource), {width: 120, glyphs: unicodeGlyphs}), undefined);
});

const small = [
	[49, 9],
	[30, 6],
	[10, 3],
	[40, 1],
] as const;

test('the question is on small screens, which it covers with the numbers', t => {
	const state = after(watchedState(), {type: 'commandStarted', command}, {type: 'quitAsked'});
	for (const [columns, rows] of small) {
		const {regions, picker} = dashboard(state, {columns, rows}, unicodeGlyphs);
		t.is(picker, undefined);
		t.is(regions.at(-1)?.id, 'keys');
		t.is(
			regions.reduce((sum, {area}) => sum + area.height, 0),
			rows,
		);
		if (columns >= 30) t.regex(screenText(state, {columns, rows}, asciiGlyphs), /l leave it running/);
	}
});
