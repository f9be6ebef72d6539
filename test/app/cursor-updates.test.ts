import test from 'ava';
import type {Action} from '../../src/app/action.ts';
import type {State} from '../../src/app/state.ts';
import {emptyHistory, record, unlimited} from '../../src/model/history.ts';
import {plainSource} from '../fixtures/source.ts';
import {after, curveState, firstTime, openedState, sampledAt, target} from '../fixtures/watch.ts';
import {viewedState} from './viewed.ts';

const move = (by: number): Action => ({type: 'cursorMoved', by});
const moved = (...steps: readonly number[]): readonly Action[] => steps.map(move);
const drop: Action = {type: 'cursorDropped'};
const back: Action = {type: 'panned', by: -0.5};

/** A watch of 1000 seconds, of which 300 are in sight: a column is 1.25 s. */
const long = () => curveState(Array.from({length: 1001}, (_, at) => at));
/** A watch of 60 seconds with two samples each second: a column is 0.25 s. */
const fine = () =>
	curveState(
		Array.from({length: 121}, (_, at) => at),
		0.5,
	);
/** A log with an hour in which nothing was read. */
const interrupted = () =>
	after(
		openedState(plainSource),
		...[0, 1, 3600, 3601].map(at => sampledAt(at, {'os.rss': 1, 'os.virt': 1})),
	);

/** Rows: where the cursor is after some keys, in seconds from the first sample, and what is said. */
const testCursor = test.macro(
	(
		t,
		[begin, ...actions]: readonly [() => State, ...Action[]],
		expected: number | undefined,
		said?: RegExp,
	) => {
		const {view, notice} = after(begin(), ...actions);
		const seconds = view.cursor === undefined ? undefined : view.cursor - firstTime;
		t.is(seconds, expected);
		t.regex(notice?.text ?? '', said ?? /^$/);
	},
);

test('back first to the newest sample', testCursor, [long, ...moved(-1)], 1000);
test('on first to the oldest sample in sight', testCursor, [long, ...moved(1)], 700);
test('back by a column', testCursor, [long, ...moved(-1, -1)], 999);
test('back and on', testCursor, [long, ...moved(-1, -1, 1)], 1000);
test('back by ten columns', testCursor, [long, ...moved(-1, -10)], 988);
test('at least by a sample', testCursor, [fine, ...moved(-1, -1)], 59.5);
test('at least by a sample on', testCursor, [fine, ...moved(-1, -1, -1, 1)], 59.5);
test('on from the newest', testCursor, [long, ...moved(-1, 1)], 1000, /newest sample/);
test('past the oldest', testCursor, [long, ...moved(-1, -10_000)], 0);
test('back from the oldest', testCursor, [long, ...moved(-1, -10_000, -1)], 0, /oldest sample/);
test('across a gap', testCursor, [interrupted, ...moved(-1, -1, -1)], 1);
test('across a gap and back', testCursor, [interrupted, ...moved(-1, -1, -1, 1)], 3600);
test('dropped', testCursor, [long, ...moved(-1), drop], undefined);
test('without a cursor to drop', testCursor, [long, drop], undefined);
test('before the first sample', testCursor, [openedState, ...moved(-1)], undefined, /no sample yet/);
test('of a log', testCursor, [() => viewedState(1001), ...moved(-1, -1)], 996);
test('begins anew in what is in sight', testCursor, [long, ...moved(-1), back, back, ...moved(-1)], 700);
const grown = (): State => after(long(), {type: 'freezeToggled'}, sampledAt(1001, {'os.rss': 1}));
test('not past where a view is frozen', testCursor, [grown, ...moved(-1)], 1000);
test('nor on from there', testCursor, [grown, ...moved(-1, 1)], 1000, /newest sample/);

/** A log of 1001 seconds, with one of 2001 that began at another time beside it, each second a little later. */
const compared = (align: 'start' | 'clock', begin = 5e5 + 0.25): State => {
	const history = emptyHistory();
	for (let at = 0; at <= 2000; at += 1) {
		record(history, {...sampledAt(at, {'os.rss': 1}).sample, time: firstTime + begin + at});
	}
	const other = {path: 'b.log', name: 'b', source: plainSource, history};
	const state = after(viewedState(1001), {type: 'otherRead', other});
	return {...state, view: {...state.view, align}};
};
const apart = () => compared('start');
const byClock = () => compared('clock', 500.25);

test('to the last sample of the longer one', testCursor, [apart, ...moved(-1)], 2000);
test('beyond the end of the first', testCursor, [apart, ...moved(-1, -110, -10, -1, 5, 5)], 1076);
test('nothing behind the last of both', testCursor, [apart, ...moved(-1, 1)], 2000, /newest sample/);
test('within the first by its own samples alone', testCursor, [byClock, ...moved(1, 1)], 10);
test('beyond it by those of the other', testCursor, [byClock, ...moved(1, 98, 3, 1)], 1062.25);

test('the charts go along with a cursor that leaves them', t => {
	const {view} = after(long(), ...moved(-1, -250));
	t.is(view.cursor, firstTime + 688);
	t.is(view.edge, firstTime + 688 - 1.25 + 300);
	t.is(after(long(), ...moved(-1, -250, 300)).view.edge, undefined);
});

test('another process or recording is looked at without a cursor', t => {
	const state = after(long(), ...moved(-1), back, {type: 'markAsked'});
	const opened = after(state, {type: 'opened', target, source: plainSource, interval: 1});
	const {view, overlay, typedMark} = opened;
	t.deepEqual([view.cursor, view.edge, typedMark, overlay], [undefined, undefined, undefined, 'none']);
});

test('the cursor goes by the samples that were read again', t => {
	const state = curveState([0, 1, 2, 3], 10);
	const history = emptyHistory({limits: unlimited});
	for (let at = 0; at <= 10; at += 1) {
		record(history, {...sampledAt(at, {'os.rss': 1}).sample, time: firstTime + at});
	}
	const detail = {from: firstTime, to: firstTime + 10, history};
	const read: Action = {type: 'detailRead', detail, isOther: false};
	const cursor = after(state, ...moved(-1, -100), read, move(1)).view.cursor ?? 0;
	t.is(cursor - firstTime, 3);
});
