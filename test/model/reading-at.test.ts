import test from 'ava';
import {breakCurves, emptyHistory, type History, record} from '../../src/model/history.ts';
import {isApproximateAt, neighbourTime, readingAt} from '../../src/model/reading-at.ts';

const start = 1_763_791_200;

/** One sample a second; `used` in each, `slow` in every fourth, approximate from the fifth to the seventh. */
const historyOf = (length: number): History => {
	const history = emptyHistory({full: ['used'], limits: {full: [20_000], other: [1000, 16, 16]}});
	for (let index = 0; index < length; index += 1) {
		const values = {used: index, ...(index % 4 === 0 && {slow: index})};
		const approximate = index >= 5 && index < 8;
		record(history, {time: start + index, inUse: index, system: index, approximate, values});
	}
	return history;
};

/** Rows: a time after the start; the time of the sample, its values, whether it is approximate. */
const testReading = test.macro((t, time: number, expected: readonly [number, object, boolean]) => {
	const reading = readingAt(historyOf(20), start + time);
	t.like(reading, {isExact: true, time: start + expected[0], isApproximate: expected[2]});
	t.deepEqual(Object.fromEntries(reading?.values ?? []), expected[1]);
	t.is(reading?.coarse.size, 0);
});

test('at a sample', testReading, 8, [8, {used: 8, slow: 8}, false]);
test('at a sample without the slow metric', testReading, 7, [7, {used: 7, slow: 4}, true]);
test('nearer to the one before', testReading, 4.4, [4, {used: 4, slow: 4}, false]);
test('nearer to the one after', testReading, 4.6, [5, {used: 5, slow: 4}, true]);
test('before the first', testReading, -100, [0, {used: 0, slow: 0}, false]);
test('after the newest', testReading, 1000, [19, {used: 19, slow: 16}, false]);

test('there is no reading of nothing', t => {
	t.is(readingAt(emptyHistory(), 5), undefined);
	t.is(neighbourTime(emptyHistory(), 5, 1), undefined);
	t.false(isApproximateAt(emptyHistory(), 5));
});

test('what was read before a break is no value after it', t => {
	const history = historyOf(10);
	breakCurves(history);
	const values = {used: 100};
	record(history, {time: start + 50, inUse: 1, system: 1, approximate: false, values});
	t.deepEqual([...(readingAt(history, start + 50)?.values ?? [])], [['used', 100]]);
	t.is(readingAt(history, start + 9)?.values.get('slow'), 8);
});

test('where a metric is kept in blocks only, its number is said to be coarse', t => {
	const reading = readingAt(historyOf(30_000), start + 12_101);
	t.like(reading, {time: start + 12_101, isExact: true});
	t.is(reading?.values.get('used'), 12_101);
	t.deepEqual([...(reading?.coarse ?? [])], ['slow']);
});

test('where only blocks are left, the time is that of a block', t => {
	const reading = readingAt(historyOf(30_000), start + 1003);
	t.is(reading?.isExact, false);
	t.deepEqual([...(reading?.coarse ?? [])].sort(), ['slow', 'used']);
	t.true(Math.abs((reading?.time ?? 0) - start - 1003) <= 8);
});

/** Rows: a time after the start; the times of the samples before and after it. */
const testNeighbours = test.macro((t, time: number, before: number, after: number) => {
	const history = historyOf(20);
	const at = (by: 1 | -1): number => (neighbourTime(history, start + time, by) ?? Number.NaN) - start;
	t.deepEqual([at(-1), at(1)], [before, after]);
});

test('neighbours of a sample', testNeighbours, 7, 6, 8);
test('neighbours of a time between', testNeighbours, 7.5, 7, 8);
test('neighbours of the first', testNeighbours, 0, Number.NaN, 1);
test('neighbours of the newest', testNeighbours, 19, 18, Number.NaN);

test('from neighbour to neighbour one comes to every sample, also of metrics that others lack', t => {
	const history = emptyHistory();
	for (let index = 0; index < 300; index += 1) {
		const values = {[index % 3 === 0 ? 'a' : 'b']: index};
		record(history, {time: start + index, inUse: 1, system: 1, approximate: false, values});
	}
	let time: number | undefined = start;
	let steps = 0;
	for (; time !== undefined; steps += 1) time = neighbourTime(history, time, 1);
	t.is(steps, 300);
});
