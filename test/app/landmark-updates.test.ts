import test from 'ava';
import type {Action} from '../../src/app/action.ts';
import {shownSpan} from '../../src/app/window.ts';
import type {Landmark} from '../../src/model/landmark.ts';
import {clockText} from '../../src/model/local-time.ts';
import {goSource, plainSource} from '../fixtures/source.ts';
import {after, curveState, firstTime, openedState, sampledAt} from '../fixtures/watch.ts';

const at = (seconds: number): number => firstTime + seconds;
const landmarks: readonly Landmark[] = [
	{type: 'mark', time: at(100.5), text: 'deploy v2'},
	{type: 'gap', time: at(500.2), until: at(505.2), text: 'late'},
	{type: 'step', time: at(900), text: 'clock set back by 3 s'},
	{type: 'mark', time: at(900), text: ''},
	{type: 'end', time: at(1000.5), text: 'target ended'},
];
const next: Action = {type: 'jumped', by: 1};
const previous: Action = {type: 'jumped', by: -1};
const onNewest: Action = {type: 'cursorMoved', by: -1};
const oldest: Action = {type: 'wentTo', place: 'oldest'};

/** A watch of 1000 seconds, of which 300 are in sight. */
const marked = () =>
	after(
		curveState(Array.from({length: 1001}, (_, second) => second)),
		...landmarks.map(landmark => ({type: 'passed', landmark}) as const),
	);

/** Rows: where the cursor is after some keys, in seconds from the first sample, and what is said. */
const testJump = test.macro((t, keys: readonly Action[], expected: number | undefined, said: string) => {
	const {view, notice} = after(marked(), ...keys);
	t.is(view.cursor === undefined ? undefined : view.cursor - firstTime, expected);
	t.is(notice?.text, said);
});

const gap = `gap of 5s from ${clockText(at(500.2))} · late`;
const mark = `mark ${clockText(at(100.5))} · deploy v2`;
const both = `step ${clockText(at(900))} · clock set back by 3 s; mark ${clockText(at(900))}`;
const end = `end ${clockText(at(1000.5))} · target ended`;

test('the next in sight', testJump, [next], 900, both);
test('the one after it', testJump, [next, next], 1000, end);
test('after the last', testJump, [next, next, next], 1000, 'there is no mark or gap after this; N goes back');
test('the one before, from the end', testJump, [onNewest, previous], 900, both);
test('to a gap: the first sample after it begins', testJump, [onNewest, previous, previous], 501, gap);
test('to the first', testJump, [onNewest, previous, previous, previous], 101, mark);
test(
	'before the first',
	testJump,
	[oldest, next, previous],
	101,
	'there is no mark or gap before this; n goes on',
);
test('back and on', testJump, [onNewest, previous, previous, next], 900, both);
test('from the oldest', testJump, [oldest, next], 101, mark);

/** Rows: the landmarks of a watch of 1000 seconds whose last 300 are in sight, a key, and where the cursor is then. */
const testFound = test.macro((t, times: readonly number[], key: Action, expected: number) => {
	const watch = curveState(Array.from({length: 1001}, (_, second) => second));
	const marks = times.map(time => ({type: 'mark', time: at(time), text: `m${time}`}) as const);
	const {view, notice} = after(watch, ...marks.map(landmark => ({type: 'passed', landmark}) as const), key);
	t.is((view.cursor ?? Number.NaN) - firstTime, expected);
	t.regex(notice?.text ?? '', new RegExp(`m${expected}$`));
});

test('on, to the first of several in sight', testFound, [100, 750, 900], next, 750);
test('on, to the newest where none is in sight', testFound, [100, 300], next, 300);
test('back, to the newest', testFound, [100, 750, 900], previous, 900);
test('back, to the newest out of sight', testFound, [100, 300], previous, 300);

test('without any', t => {
	t.is(after(curveState([1, 2]), next).notice?.text, 'there are no marks and no gaps');
});

test('the charts show what is jumped to', t => {
	const state = after(marked(), onNewest, previous, previous);
	const {from, to} = shownSpan(state);
	t.deepEqual(
		[from, to].map(time => Math.round(time - firstTime)),
		[351, 651],
	);
});

test('a switch of the source is a landmark, but not that to the first one chosen', t => {
	const switched = {type: 'sourceSwitched', source: goSource, hint: undefined} as const;
	const early = after(openedState(plainSource), sampledAt(0, {'os.rss': 1}), switched);
	t.deepEqual(early.history.landmarks, []);
	const {history, notice} = after(curveState([1, 2, 3]), switched, sampledAt(3, {'go.alloc': 1}), next);
	t.like(history.landmarks, [{type: 'switch', text: goSource.title}]);
	t.regex(notice?.text ?? '', /from here on read as Go 1.24/);
	t.deepEqual(
		history.stretches.map(({source}) => source.name),
		['plain', 'go'],
	);
});
