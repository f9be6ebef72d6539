import test, {type ExecutionContext} from 'ava';
import {pictureOfMemory} from '../../src/live/memory-curve.ts';
import {breakCurves, emptyHistory, type History, record} from '../../src/model/history.ts';
import {defaultSize} from '../../src/plot/layout.ts';
import {goSource} from '../../src/sources/go/index.ts';

const start = 1_763_791_234;

/** What memory holds of a watch of one sample a second; the curves are cut before the samples in `cuts`. */
const historyOf = (length: number, cuts: readonly number[]): History => {
	const history = emptyHistory();
	for (let row = 0; row < length; row += 1) {
		if (cuts.includes(row)) breakCurves(history);
		const [inUse, system] = [1e7 + row, 2e7];
		const values = {[goSource.inUse]: inUse, [goSource.system]: system};
		record(history, {time: start + row, inUse, system, approximate: false, values});
	}
	return history;
};

const pictureOf = (history: History) => {
	const state = {history, source: goSource, interval: 1, target: {pid: 7, name: 'server'}};
	const live = {screen: {state: () => state}, clock: {wall: () => start * 1000}};
	return pictureOfMemory(live as unknown as Parameters<typeof pictureOfMemory>[0], defaultSize, 1);
};

const testMemory = (t: ExecutionContext, [length, cuts]: readonly [number, readonly number[]]) => {
	const {curves, time, heading} = pictureOf(historyOf(length, cuts));
	t.deepEqual(time.range, {from: start, to: start + length - 1});
	t.is(heading, 'server · pid 7 · go');
	for (const {y} of curves) t.is(y.filter(Number.isNaN).length, cuts.length);
	t.is(curves[0]?.y[0], 1e7);
	t.is(curves[0]?.y.at(-1), 1e7 + length - 1);
	t.is(curves.length, 2);
};

test('what memory holds', testMemory, [600, []]);
test('cut where it was cut', testMemory, [600, [100, 101, 599]]);
test('more than a batch', testMemory, [10_000, [4096, 5000]]);
test('nothing yet', t => {
	t.throws(() => pictureOf(emptyHistory()), {message: 'there is no sample yet'});
});
