import test from 'ava';
import type {State} from '../../src/app/state.ts';
import {emptyHistory, type History, type HistoryLimits, record, unlimited} from '../../src/model/history.ts';
import {printedShown, shown, shownOther} from '../../src/view/shown.ts';
import {goSource} from '../fixtures/source.ts';
import {sixSamples} from '../fixtures/viewed.ts';
import {after, firstTime, openedState, sampledAt} from '../fixtures/watch.ts';

const tiny: HistoryLimits = {full: [16, 16], other: [16, 16]};

/** Samples of one second, the value of each its index. */
const historyOf = (from: number, to: number, limits: HistoryLimits): History => {
	const history = emptyHistory({limits});
	for (let second = from; second <= to; second += 1) {
		record(history, sampledAt(second, {'go.alloc': second, 'go.sys': 2 * second}).sample);
	}
	return history;
};

const stateAt = (history: History, seconds?: number): State => {
	const state = openedState();
	const view = seconds === undefined ? state.view : {...state.view, cursor: firstTime + seconds};
	return {...state, history, view};
};

const long = historyOf(0, 20_000, tiny);
const detail = {from: firstTime + 90, to: firstTime + 110, history: historyOf(90, 110, unlimited)};

/** Rows: a state, and the number of in use at its cursor with its mark. */
const testShown = test.macro((t, state: State, value: number, mark: '~' | '') => {
	t.deepEqual(shown(state, 'go.alloc'), {value, mark});
});

test('now without a cursor', testShown, stateAt(long), 20_000, '');
test('the sample at the cursor', testShown, stateAt(long, 19_999), 19_999, '');
test('the last sample before the cursor', testShown, stateAt(long, 19_998.5), 19_998, '');
test('read again', testShown, {...stateAt(long, 100), detail}, 100, '');
test('before the first sample', testShown, stateAt(long, -1), Number.NaN, '');
test('after the last sample', testShown, stateAt(long, 30_000), Number.NaN, '');

test('the largest of a block where the samples are gone', t => {
	const {value, mark} = shown(stateAt(long, 100), 'go.alloc');
	t.is(mark, '~');
	t.true(Math.abs(value - 100) <= 256, `${value}`);
});

test('a sample that is a best effort has its mark at the cursor', t => {
	const state = after(
		openedState(),
		sampledAt(0, {'go.alloc': 5, 'os.rss': 6}, {approximate: true}),
		sampledAt(1, {'go.alloc': 5, 'os.rss': 6}),
	);
	const at = (seconds: number): State => ({...state, view: {...state.view, cursor: firstTime + seconds}});
	t.is(printedShown(at(0), 'go.alloc'), '~5 B');
	t.is(printedShown(at(1), 'go.alloc'), '5 B');
	t.is(printedShown(at(0), 'os.rss'), '6 B');
});

test('what was read before a gap says nothing of the time in it', t => {
	const state = after(
		openedState(),
		sampledAt(0, {'go.alloc': 5}),
		{type: 'broken'},
		sampledAt(9, {'go.alloc': 7}),
	);
	const at = (seconds: number): State => ({...state, view: {...state.view, cursor: firstTime + seconds}});
	t.is(shown(at(0), 'go.alloc').value, 5);
	t.is(shown(at(4), 'go.alloc').value, Number.NaN);
	t.is(shown(at(9), 'go.alloc').value, 7);
});

/** A recording in which the second sample has no in use and the third no RSS; the last has neither. */
const withHoles = (): State =>
	after(
		openedState(),
		sampledAt(0, {'go.alloc': 5, 'go.sys': 9, 'os.rss': 6}),
		sampledAt(1, {'go.sys': 9, 'os.rss': 6}),
		sampledAt(2, {'go.alloc': 7, 'go.sys': 9}),
		sampledAt(3, {'go.sys': 9}),
	);

/** Rows: seconds from the first sample to the cursor, and the numbers there. */
const testHoles = test.macro((t, seconds: number, inUse: string, rss: string) => {
	const state = withHoles();
	const at: State = {...state, view: {...state.view, cursor: firstTime + seconds}};
	t.deepEqual([printedShown(at, 'go.alloc'), printedShown(at, 'os.rss')], [inUse, rss]);
});

test('all is there', testHoles, 0, '5 B', '6 B');
test('in use that is not there is not that of the sample before', testHoles, 1, '–', '6 B');
test('what is read more slowly is the last before', testHoles, 2, '7 B', '6 B');

test('the last sample of a log has its own numbers; a watch holds older ones over', t => {
	const watch = withHoles();
	t.is(printedShown(watch, 'go.alloc'), '7 B');
	const log = {...watch, viewed: sixSamples().viewed} as State;
	t.deepEqual([printedShown(log, 'go.alloc'), printedShown(log, 'os.rss')], ['–', '6 B']);
	const other = {path: 'b.log', name: 'b', source: goSource, history: watch.history};
	t.is(shownOther(log, other, 'go.alloc').value, Number.NaN);
	t.is(shownOther(log, other, 'os.rss').value, 6);
});

test('a number held over keeps its mark', t => {
	const state = after(
		openedState(),
		sampledAt(0, {'go.alloc': 5, 'os.rss': 6}),
		sampledAt(1, {'os.rss': 6}, {approximate: true}),
	);
	t.is(printedShown({...state, view: {...state.view, cursor: firstTime + 1}}, 'go.alloc'), '~5 B');
});

test('of a second recording, the same place of the charts', t => {
	const other = {path: 'b.log', name: 'b', source: goSource, history: historyOf(500, 600, unlimited)};
	const state = {...stateAt(historyOf(0, 100, unlimited), 30), other};
	const byClock = {...state, view: {...state.view, align: 'clock' as const}};
	t.is(shownOther(state, other, 'go.alloc').value, 530);
	t.is(shownOther(byClock, other, 'go.alloc').value, Number.NaN);
	t.is(
		shownOther({...state, view: {...state.view, cursor: firstTime + 200}}, other, 'go.alloc').value,
		Number.NaN,
	);
	t.is(shownOther(stateAt(long), other, 'go.alloc').value, 600);
});
