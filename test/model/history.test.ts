import test from 'ava';
import {
	addLandmark,
	breakCurves,
	emptyHistory,
	type History,
	isBroken,
	keepInFull,
	record,
	seriesOf,
} from '../../src/model/history.ts';
import type {Sample} from '../../src/model/sample.ts';
import {exactStart, timeAt} from '../../src/model/series.ts';
import {osSource} from '../../src/sources/os/index.ts';

const sample = (time: number, values: Sample['values'], absent?: Sample['absent']): Sample => ({
	...{time, inUse: 1, system: 2, approximate: false, values},
	...(absent && {absent}),
});

const historyOf = (...samples: readonly Sample[]): History => {
	const history = emptyHistory();
	for (const one of samples) record(history, one);
	return history;
};

test('nothing yet', t => {
	const history = emptyHistory();
	t.is(history.start, Number.NaN);
	t.is(history.end, Number.NaN);
	t.is(seriesOf(history, 'os.rss').length, 0);
});

test('first and newest time, and the count', t => {
	const {start, end, samples} = historyOf(sample(10, {a: 1}), sample(11, {}), sample(12, {a: 2}));
	t.deepEqual([start, end, samples], [10, 12, 3]);
});

test('a metric that is read more slowly has only its own samples', t => {
	const history = historyOf(sample(10, {a: 1, b: 5}), sample(11, {a: 2}), sample(12, {a: 3, b: 7}));
	t.is(seriesOf(history, 'a').length, 3);
	t.is(seriesOf(history, 'b').length, 2);
	t.is(timeAt(seriesOf(history, 'b'), 1), 12);
	t.is(history.statistics.get('b')?.mean, 6);
});

test('NaN is no value', t => {
	const history = historyOf(sample(10, {a: Number.NaN}), sample(11, {a: 4}));
	t.is(seriesOf(history, 'a').length, 1);
	t.is(history.statistics.get('a')?.count, 1);
});

test('why a metric is absent, as last said', t => {
	const history = historyOf(
		sample(10, {}, {a: 'first reason'}),
		sample(11, {}, {a: 'second'}),
		sample(12, {}),
	);
	t.deepEqual([...history.absent], [['a', 'second']]);
});

test('a metric that has a value again is not absent', t => {
	t.is(historyOf(sample(10, {}, {a: 'not permitted'}), sample(11, {a: 1})).absent.size, 0);
});

test('a break lies after the newest sample and before the next, at the finest stamps too', t => {
	const history = historyOf(sample(1_763_791_234.123456, {a: 1}));
	breakCurves(history);
	const [broken = 0] = history.breaks;
	t.true(broken > 1_763_791_234.123456 && broken < 1_763_791_234.123457);
});

test('there is nothing to break before the first sample', t => {
	const history = emptyHistory();
	breakCurves(history);
	t.deepEqual(history.breaks, []);
});

test('breaks ascend and are bounded', t => {
	const history = emptyHistory();
	for (let time = 0; time < 25_000; time += 1) {
		record(history, sample(time, {}));
		breakCurves(history);
	}
	t.true(history.breaks.length <= 10_000);
	t.deepEqual(
		history.breaks,
		history.breaks.toSorted((one, other) => one - other),
	);
	t.true((history.breaks.at(-1) ?? 0) > 24_999);
});

test('a clock set back begins the curves anew; statistics and length of the watch go on', t => {
	const history = historyOf(sample(1000, {a: 9}), sample(1060, {a: 1}));
	breakCurves(history);
	record(history, sample(500, {a: 2}));
	t.is(seriesOf(history, 'a').length, 1);
	t.is(timeAt(seriesOf(history, 'a'), 0), 500);
	t.deepEqual(history.breaks, []);
	t.is(history.statistics.get('a')?.max, 9);
	t.deepEqual([history.end - history.start, history.samples], [60, 3]);
});

test('a clock set back leaves no landmark in the future, and of the stretches the newest', t => {
	const history = historyOf(sample(1000, {a: 9}));
	for (const time of [900, 1000]) history.stretches.push({from: time, source: osSource});
	addLandmark(history, {type: 'mark', time: 950, text: 'a mark'});
	addLandmark(history, {type: 'step', time: 990, text: 'an older step'});
	addLandmark(history, {type: 'step', time: 499.5, text: 'this step'});
	record(history, sample(500, {a: 2}));
	t.deepEqual(
		history.landmarks.map(({text}) => text),
		['this step'],
	);
	t.deepEqual(history.stretches, [{from: 500, source: osSource}]);
});

test('a break after an earlier sample finds its place, once', t => {
	const history = historyOf(sample(10, {a: 1}), sample(20, {a: 1}), sample(30, {a: 1}));
	for (const time of [30, 10, 10]) breakCurves(history, time);
	t.is(history.breaks.length, 2);
	t.deepEqual(
		[
			[10, 20],
			[20, 30],
			[30, 40],
		].map(([after = 0, until = 0]) => isBroken(history, after, until)),
		[true, false, true],
	);
});

test('which samples were approximate, only where it changes', t => {
	const history = emptyHistory();
	for (const [index, isApproximate] of [false, false, true, true, false].entries())
		record(history, {...sample(index, {a: 1}), approximate: isApproximate});
	t.deepEqual([history.approximate.length, timeAt(history.approximate, 0)], [2, 2]);
});

test('what is kept in full, and what is no more', t => {
	const limits = {full: [10_000], other: [100, 16]} as const;
	const history = emptyHistory({full: ['a'], limits});
	for (let time = 0; time < 10_000; time += 1) record(history, sample(time, {a: time, b: time}));
	const starts = (): readonly boolean[] => ['a', 'b'].map(id => exactStart(seriesOf(history, id)) === 0);
	t.deepEqual(starts(), [true, false]);
	keepInFull(history, ['b']);
	t.deepEqual(starts(), [false, false]);
	for (let time = 10_000; time < 19_000; time += 1) record(history, sample(time, {a: time, b: time}));
	t.true(19_000 - exactStart(seriesOf(history, 'b')) >= 10_000);
	t.true(19_000 - exactStart(seriesOf(history, 'a')) < 5000);
});
