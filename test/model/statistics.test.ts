import test from 'ava';
import {figuresOfColumn} from '../../src/model/column-figures.ts';
import {append, emptySeries, type Series} from '../../src/model/series.ts';
import {
	changePerMinute,
	noStatistics,
	type Statistics,
	statisticsNow,
	takeValue,
	takeValues,
} from '../../src/model/statistics.ts';
import {randomWalk} from '../fixtures/random.ts';

const figuresOf = (values: readonly number[]): Statistics => {
	const statistics = noStatistics();
	for (const value of values) takeValue(statistics, value);
	return statistics;
};

const figuresByColumns = (values: readonly number[], size: number): Statistics => {
	const statistics = noStatistics();
	for (let from = 0; from < values.length; from += size)
		takeValues(statistics, figuresOfColumn(Float64Array.from(values.slice(from, from + size))));
	return statistics;
};

const testFigures = test.macro((t, values: readonly number[], expected: Omit<Statistics, 'count'>) => {
	t.deepEqual(figuresOf(values), {count: values.length, ...expected});
	t.deepEqual(figuresByColumns(values, 3), {count: values.length, ...expected});
});

test('one value', testFigures, [5], {now: 5, min: 5, max: 5, mean: 5});
test('up and down', testFigures, [4, 8, 0, 4], {now: 4, min: 0, max: 8, mean: 4});
test('zero counts', testFigures, [0, 0, 3], {now: 3, min: 0, max: 3, mean: 1});

test('the mean of many large values loses no digit', t => {
	const values = randomWalk({seed: 3, length: 100_000, start: 2 ** 45, step: 2 ** 20});
	const exact = Number(values.reduce((sum, value) => sum + BigInt(value), 0n)) / values.length;
	t.true(Math.abs(figuresOf(values).mean - exact) < 1);
	t.true(Math.abs(figuresByColumns(values, 7000).mean - exact) < 1);
});

/** Rows: columns that follow each other. */
const testColumns = test.macro(
	(t, columns: readonly (readonly number[])[], expected: Partial<Statistics>) => {
		const statistics = noStatistics();
		for (const column of columns) takeValues(statistics, figuresOfColumn(Float64Array.from(column)));
		t.like(statistics, expected);
	},
);

const missing = Number.NaN;

test('a column without numbers', testColumns, [[missing, missing]], {count: 0, now: missing});
test('an empty column', testColumns, [[]], {count: 0, now: missing});
test('gaps are no values', testColumns, [[missing, 4, missing, 8, missing]], {
	...{count: 2, now: 8, min: 4, max: 8, mean: 6},
});
test('a column without numbers after one with some', testColumns, [[1, 2, 3], [missing]], {
	...{count: 3, now: 3, min: 1, max: 3, mean: 2},
});

test('figures that were taken down do not go on', t => {
	const running = new Map([['a', figuresOf([1, 3])]]);
	const then = statisticsNow(running);
	takeValue(running.get('a') ?? noStatistics(), 100);
	t.deepEqual(then.get('a'), figuresOf([1, 3]));
});

const rising = (length: number, {interval = 1, perSecond = 100} = {}): Series => {
	const series = emptySeries();
	for (let index = 0; index < length; index += 1) {
		append(series, 1_763_791_200 + index * interval, 5000 + perSecond * index * interval);
	}
	return series;
};

const testChange = test.macro((t, series: Series, expected: number) => {
	const change = changePerMinute(series, 60);
	if (Number.isNaN(expected)) t.is(change, Number.NaN);
	else t.true(Math.abs(change - expected) < 1e-3, `${change}`);
});

test('no samples', testChange, rising(0), Number.NaN);
test('two samples make no slope', testChange, rising(2), Number.NaN);
test('three do', testChange, rising(3, {interval: 5}), 6000);
test('less than ten seconds make no slope', testChange, rising(10), Number.NaN);
test('a straight line', testChange, rising(500), 6000);
test('a straight line at 1 kHz', testChange, rising(100_000, {interval: 0.001}), 6000);
test('down', testChange, rising(100, {perSecond: -20}), -1200);
test('level', testChange, rising(100, {perSecond: 0}), 0);
test('too few in the last minute', testChange, rising(100, {interval: 40}), Number.NaN);

test('only the last seconds count', t => {
	const series = rising(1000, {perSecond: 0});
	for (let index = 1; index <= 61; index += 1) append(series, 1_763_792_199 + index, 5000 + 7 * index);
	t.is(Math.round(changePerMinute(series, 60)), 420);
});

test('until a time, what came later does not count', t => {
	const series = rising(100, {perSecond: 10});
	for (let index = 0; index < 100; index += 1) append(series, 1_763_791_300 + index, 0);
	t.is(Math.round(changePerMinute(series, 60, 1_763_791_299)), 600);
});

test('the sample at the very time counts', t => {
	const series = emptySeries();
	for (const [index, value] of [0, 0, 0, 100].entries()) append(series, 1_763_791_200.123 + 5 * index, value);
	t.is(Math.round(changePerMinute(series, 60, 1_763_791_215.123)), 360);
	t.is(Math.round(changePerMinute(series, 60, 1_763_791_215.122)), 0);
});

test('a single spike in a level line is no trend of its size', t => {
	const series = rising(60, {perSecond: 0});
	append(series, 1_763_791_260, 5000 + 1000);
	t.true(Math.abs(changePerMinute(series, 60)) < 200);
});
