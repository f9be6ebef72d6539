import test from 'ava';
import type {Action} from '../../src/app/action.ts';
import type {State} from '../../src/app/state.ts';
import {shownSpan, windowOf} from '../../src/app/window.ts';
import {after, firstTime, openedState, sampledAt, watchedState} from '../fixtures/watch.ts';
import {viewedState} from './viewed.ts';

const zoom = (by: -1 | 1): Action => ({type: 'zoomed', by});
const pan = (by: number): Action => ({type: 'panned', by});
const oldest: Action = {type: 'wentTo', place: 'oldest'};
const newest: Action = {type: 'wentTo', place: 'newest'};
const freeze: Action = {type: 'freezeToggled'};
const move = (by: number): Action => ({type: 'cursorMoved', by});
const times = (count: number, action: Action): readonly Action[] => Array.from({length: count}, () => action);

/** A watch of 1000 seconds. */
const long = () =>
	after(openedState(), ...Array.from({length: 1001}, (_, at) => sampledAt(at, {'go.alloc': at})));
/** A log of 1000 seconds. */
const viewed = () => viewedState(1001);

/** Rows: what keys make of a state: seconds from its first sample to both edges of the charts, and what is said. */
const testShown = test.macro(
	(
		t,
		[begin, ...keys]: readonly [() => State, ...Action[]],
		expected: readonly [number, number],
		said?: RegExp,
	) => {
		const {view, ...next} = after(begin(), ...keys);
		const {from, to} = shownSpan({...next, view});
		t.deepEqual(
			[from, to].map(time => Math.round((time - firstTime) * 1e3) / 1e3),
			expected,
		);
		t.regex(next.notice?.text ?? '', said ?? /^$/);
	},
);

test('a watch shows its last five minutes', testShown, [long], [700, 1000]);
test('zoomed in', testShown, [long, zoom(-1)], [880, 1000]);
test('zoomed out', testShown, [long, zoom(1)], [400, 1000]);
test('zoomed out to the whole', testShown, [long, ...times(2, zoom(1))], [0, 1000]);
test('zoomed out as far as it goes', testShown, [long, ...times(3, zoom(1))], [0, 1000], /all there is/);
test('zoomed in from the whole', testShown, [long, ...times(2, zoom(1)), zoom(-1)], [400, 1000]);
test('zoomed in as far as it goes', testShown, [long, ...times(9, zoom(-1))], [999, 1000], /1 s across/);
test('zoom as at the start', testShown, [long, zoom(1), pan(-0.5), {type: 'zoomReset'}], [700, 1000]);
test('a short watch zoomed out', testShown, [watchedState, zoom(1)], [-1, 119], /all there is/);
test('a short watch zoomed in and out', testShown, [watchedState, zoom(-1), zoom(1)], [-1, 119]);

test('a log shows all it has', testShown, [viewed], [0, 1000]);
test('a log zoomed in', testShown, [viewed, zoom(-1)], [400, 1000]);
test('a log zoomed in and out', testShown, [viewed, zoom(-1), zoom(1)], [0, 1000]);
test('a log zoomed out', testShown, [viewed, zoom(1)], [0, 1000], /all there is/);

test('back by half a window', testShown, [long, pan(-0.5)], [550, 850]);
test('back and on', testShown, [long, ...times(2, pan(-0.5)), pan(0.5)], [550, 850]);
test('on to the newest', testShown, [long, pan(-0.5), pan(0.5)], [700, 1000]);
test('on from the newest', testShown, [long, pan(0.5)], [700, 1000], /nothing after/);
test('back to the oldest and no further', testShown, [long, ...times(5, pan(-0.5))], [0, 300]);
test('back as far as it goes', testShown, [long, ...times(7, pan(-0.5))], [0, 300], /nothing before/);
test('to the oldest', testShown, [long, oldest], [0, 300]);
test('to the newest', testShown, [long, oldest, newest], [700, 1000]);
test('to the oldest of what is wholly seen', testShown, [viewed, oldest], [0, 1000]);
test('zoomed in from the oldest', testShown, [viewed, oldest, ...times(12, zoom(-1))], [0, 1], /1 s across/);
test('a watch zoomed in from the oldest', testShown, [long, oldest, ...times(2, zoom(-1))], [0, 60]);
test(
	'zoomed in from the newest',
	testShown,
	[viewed, oldest, newest, ...times(10, zoom(-1))],
	[999, 1000],
	/1 s across/,
);
test('back from all of a log', testShown, [viewed, pan(-0.5)], [0, 1000], /all there is/);
test('on from all of a log', testShown, [viewed, pan(0.5)], [0, 1000], /all there is/);
test('back from all of a short watch', testShown, [watchedState, pan(-0.5)], [-1, 119], /all there is/);

const later = sampledAt(1010, {'go.alloc': 1});
test('the charts follow', testShown, [long, later], [710, 1010]);
test('charts that were moved do not follow', testShown, [long, pan(-0.5), later], [550, 850]);
test('charts that were moved to the newest follow', testShown, [long, pan(-0.5), newest, later], [710, 1010]);
test('a whole that grows stays the whole', testShown, [long, ...times(2, zoom(1)), later], [0, 1010]);
test('a frozen view', testShown, [long, freeze, later], [700, 1000]);
test('a frozen view moved back and on', testShown, [long, freeze, later, pan(-0.5), pan(1)], [700, 1000]);
test('a frozen view to the newest', testShown, [long, freeze, later, newest], [710, 1010]);
test('a log that does not grow is not frozen', testShown, [viewed, freeze], [0, 1000], /does not grow/);

// The cursor is on 1000, 850 and 875 seconds.
test('zoomed in around a cursor at the edge', testShown, [long, move(-1), zoom(-1)], [880, 1000]);
test('zoomed in around a cursor', testShown, [long, move(-1), move(-120), zoom(-1)], [790, 910]);
test('zoomed out around a cursor', testShown, [long, move(-1), move(-100), zoom(-1), zoom(1)], [700, 1000]);
test(
	'around a cursor to the whole',
	testShown,
	[long, move(-1), move(-100), ...times(2, zoom(1))],
	[0, 1000],
);
test('zoomed in around the oldest', testShown, [long, move(-1), oldest, zoom(-1)], [0, 120]);

test('a watch keeps its window while it is looked back upon', t => {
	const back = after(long(), pan(-0.5));
	const slower: Action = {type: 'intervalChanged', seconds: 2};
	t.is(windowOf(after(back, slower)), 300);
	t.is(windowOf(after(back, slower, newest)), 600);
	t.is(windowOf(after(back, zoom(-1), slower, newest)), 120);
});

test('the oldest of a log is where the cursor is put, and the newest takes it away', t => {
	t.is(after(viewed(), oldest).view.cursor, firstTime);
	t.is(after(viewed(), oldest, newest).view.cursor, undefined);
});

test('a frozen view keeps its numbers and its right edge; the recording goes on', t => {
	const later = after(watchedState(), freeze, sampledAt(500, {'go.alloc': 1}));
	t.is(later.view.frozen?.time, firstTime + 119);
	t.is(later.view.frozen?.statistics.get('go.alloc')?.count, 120);
	t.is(later.history.statistics.get('go.alloc')?.count, 121);
	t.is(after(later, freeze).view.frozen, undefined);
});

test('to the newest drops cursor, edge and freeze', t => {
	const {view} = after(long(), freeze, move(-1), pan(-1), newest);
	t.deepEqual([view.cursor, view.edge, view.frozen], [undefined, undefined, undefined]);
});
