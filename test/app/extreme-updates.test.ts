import test from 'ava';
import type {Action} from '../../src/app/action.ts';
import type {State} from '../../src/app/state.ts';
import {emptyHistory, recordRows, unlimited} from '../../src/model/history.ts';
import {clockText} from '../../src/model/local-time.ts';
import {plainSource} from '../fixtures/source.ts';
import {after, curveState, firstTime, openedState} from '../fixtures/watch.ts';

const highest: Action = {type: 'extremeSought', which: 'highest'};
const lowest: Action = {type: 'extremeSought', which: 'lowest'};

/** A watch of 1000 seconds whose last 300 are in sight, in a saw with a period of 100 s. */
const saw = () =>
	curveState(Array.from({length: 1001}, (_, second) => (second % 100) * (second < 900 ? 2 : 1)));

/** Rows: a state, keys, and the seconds from the first sample to the cursor. */
const testPlace = test.macro((t, keys: readonly Action[], expected: number) => {
	t.is((after(saw(), ...keys).view.cursor ?? Number.NaN) - firstTime, expected);
});

test('the highest in sight', testPlace, [highest], 799);
test('the lowest in sight', testPlace, [lowest], 700);
test('of a part', testPlace, [{type: 'zoomed', by: -1}, highest], 899);
test('of another part', testPlace, [{type: 'wentTo', place: 'oldest'}, highest], 99);
test('of the other chart', testPlace, [{type: 'chartSelected'}, highest], 799);

test('what was found is said', t => {
	t.is(after(saw(), highest).notice?.text, `highest RSS in sight, at ${clockText(firstTime + 799)}`);
});

test('without a sample', t => {
	const {view, notice} = after(openedState(), highest);
	t.deepEqual([view.cursor, notice?.text], [undefined, 'there is no sample in sight']);
});

/** The value of each of 100,000 samples, one a second; one of them is a peak. */
const peakAt = 5003;
const samples = 100_000;
const rows = (from: number, to: number) => {
	const seconds = Float64Array.from({length: to - from}, (_, index) => from + index);
	const values = seconds.map(second => (second === peakAt ? 9 : 1));
	return {length: to - from, columns: [seconds.map(second => firstTime + second), values]};
};

const ids = [undefined, plainSource.inUse];

/** A log of which memory has only blocks in its older part. */
const coarse = (): State => {
	const history = emptyHistory({limits: {full: [2 ** 14, 2 ** 16], other: [2 ** 14, 2 ** 16]}});
	recordRows(history, rows(0, samples), ids);
	return {
		...openedState(plainSource),
		history,
		now: history.end,
		view: {...openedState().view, window: Infinity},
	};
};

test('where memory has only blocks, the sample itself once it is read again', t => {
	const sought = after(coarse(), highest);
	t.is((sought.view.cursor ?? 0) - firstTime, 4992);
	const [from, to] = [1000, 9000];
	const history = emptyHistory({limits: unlimited});
	recordRows(history, rows(from, to), ids);
	const read = {
		type: 'detailRead',
		detail: {from: firstTime + from, to: firstTime + to, history},
		isOther: false,
	} as const;
	const found = after(sought, read);
	t.is((found.view.cursor ?? 0) - firstTime, peakAt);
	t.is(found.sought, undefined);
	t.is(after(sought, {type: 'cursorDropped'}, read).view.cursor, undefined);
});
