import test from 'ava';
import type {State} from '../../src/app/state.ts';
import {asciiGlyphs, unicodeGlyphs} from '../../src/view/glyphs.ts';
import {keyLine} from '../../src/view/key-line.ts';
import {lineWidth} from '../../src/view/style.ts';
import {comparedState, viewedState} from '../fixtures/viewed.ts';
import {after, openedState, sampledAt} from '../fixtures/watch.ts';

const lineOf = (state: State, width: number, glyphs = unicodeGlyphs): string =>
	keyLine(state, {width, glyphs})
		.map(({text}) => text)
		.join('');

const opened = openedState();
const picking = after(opened, {type: 'pickerOpened'});
const noticed: State = {...opened, notice: {text: 'the picture is in memory.png – look', tone: 'info'}};

const testFits = test.macro((t, state: State, narrowest: number) => {
	for (let width = narrowest; width <= 200; width += 1) {
		t.true(lineWidth(keyLine(state, {width, glyphs: unicodeGlyphs})) <= width, `${width}`);
	}
});

const log = viewedState();
const single: State = {
	...log,
	history: {...log.history, landmarks: []},
	...(log.viewed && {viewed: {...log.viewed, recordings: 1}}),
};

test('keys fit', testFits, opened, 1);
test('keys of a log fit', testFits, log, 1);
test('keys of the picker fit', testFits, picking, 1);
test('a notice fits', testFits, noticed, 1);
test('keys beside gnuplot fit', testFits, {...opened, plottingSince: opened.now - 100}, 50);

/** Rows: a state, the width of the line, and what it says. */
const testSays = test.macro((t, state: State, width: number, expected: RegExp) => {
	t.regex(lineOf(state, width), expected);
});

test('all keys on a wide screen', testSays, opened, 120, /^ r record .* g gnuplot .* \? help .* q quit $/);
test('help and quit on a screen of 80 columns', testSays, opened, 80, /\? help.* q quit/);
test('help and quit on the narrowest screen with charts', testSays, opened, 50, /\? help.* q quit/);
test('a key is there whole or not at all', testSays, opened, 30, /^ r record {2}\? help {2}q quit $/);
test('keys of the picker', testSays, picking, 80, /^ Enter watch {2}Esc leave {2}↑↓ choose $/);
test('a notice takes their place', testSays, noticed, 80, /^ the picture is in memory\.png – look$/);
test(
	'gnuplot and since when',
	testSays,
	{...opened, plottingSince: opened.now - 65},
	100,
	/gnuplot draws, 1m 5s; g cancels .*r record/,
);

const marking = after(
	opened,
	sampledAt(0, {'go.alloc': 1}),
	{type: 'markAsked'},
	...[...'deploy v2'].map(text => ({type: 'markTyped', text}) as const),
);

test('keys beside a mark fit', testFits, marking, 1);
test(
	'what is typed of a mark',
	testSays,
	marking,
	80,
	/^ mark at \d\d:\d\d:\d\d: deploy v2_ {2}Enter \w+ {2}Esc cancel $/,
);
test('the end of what is typed', testSays, marking, 50, /^ mark at \d\d:\d\d:\d\d: .*v2_ /);

test(
	'keys of a log',
	testSays,
	log,
	100,
	/^ g gnuplot .* ←→ cursor {2}\+- zoom .* n next mark {2}\[\] recording .* \? help {2}q quit $/,
);
test(
	'keys that move through a log on the narrowest screen with charts',
	testSays,
	log,
	66,
	/←→ cursor {2}\+- zoom {2}n next mark {2}\[\] recording {2}\? help {2}q quit $/,
);
test('how to leave where there is not room for all', testSays, log, 60, /←→ cursor .* \? help {2}q quit $/);
test('what only a log that grows can do', t => {
	const followed: State = {...log, ...(log.viewed && {viewed: {...log.viewed, isFollowed: true}})};
	t.notRegex(lineOf(log, 200), /freeze/);
	t.regex(lineOf(followed, 200), / space freeze /);
	t.regex(lineOf(opened, 200), / space freeze /);
});
test('keys that align two recordings', testSays, comparedState(), 100, / a align /);
test('keys that would do nothing are not listed', t => {
	t.notRegex(lineOf(single, 200), /recording|next mark|align|record /);
});

test('ASCII', t => {
	for (const state of [opened, picking, noticed]) t.regex(lineOf(state, 120, asciiGlyphs), /^[ -~]+$/);
});
