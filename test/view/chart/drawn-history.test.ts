import test from 'ava';
import type {Detail} from '../../../src/app/state.ts';
import {emptyHistory, record} from '../../../src/model/history.ts';
import {timeAxis} from '../../../src/view/chart/columns.ts';
import {drawnHistory} from '../../../src/view/chart/drawn-history.ts';
import {firstTime, sampledAt} from '../../fixtures/watch.ts';

const historyOf = (seconds: readonly number[]) => {
	const history = emptyHistory();
	for (const second of seconds) record(history, sampledAt(second, {'go.alloc': second}).sample);
	return history;
};

const whole = historyOf([0, 100, 200, 300]);
const part = historyOf([100, 150, 200]);

/** Rows: from when to when samples were read again, when the chart ends, and whether it is drawn from them. */
const testDrawn = test.macro((t, [from, to]: readonly [number, number], end: number, expected: boolean) => {
	const detail: Detail = {from: firstTime + from, to: firstTime + to, history: part};
	const axis = timeAxis({end: firstTime + end, window: 60, cells: 30, across: 2});
	t.is(drawnHistory({history: whole, detail}, 'go.alloc', axis) === part, expected);
});

test('all of the chart', testDrawn, [100, 200], 180, true);
test('up to its very end', testDrawn, [120, 180], 180, true);
test('not its beginning', testDrawn, [130, 200], 180, false);
test('not its end', testDrawn, [100, 170], 180, false);
test('all there is of the chart at its end', testDrawn, [200, 300], 310, true);
test('all there is of the chart at its beginning', testDrawn, [0, 40], 40, true);

test('a metric that was not read again is drawn from what there is', t => {
	const detail: Detail = {from: firstTime, to: firstTime + 300, history: part};
	const axis = timeAxis({end: firstTime + 180, window: 60, cells: 30, across: 2});
	t.is(drawnHistory({history: whole, detail}, 'os.cpu', axis), whole);
});
