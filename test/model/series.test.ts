import test from 'ava';
import {
	append,
	emptySeries,
	exactFrom,
	exactStart,
	indexAfter,
	indexAt,
	lastValue,
	type Series,
	type SeriesLimits,
	timeAt,
	valueAt,
} from '../../src/model/series.ts';
import {randomWalk} from '../fixtures/random.ts';

const seriesOf = (values: readonly number[], limits?: SeriesLimits): Series => {
	const series = emptySeries(limits);
	for (const [index, value] of values.entries()) append(series, 1000 + index / 10, value);
	return series;
};

const walk = (length: number): readonly number[] => randomWalk({seed: length, length, start: 1e6, step: 1e5});

test('samples and times as they were given', t => {
	const values = walk(9000);
	const series = seriesOf(values);
	t.deepEqual(
		values.map((_, index) => valueAt(series, index)),
		values,
	);
	t.is(timeAt(series, 8999), 1000 + 899.9);
	t.is(lastValue(series), values[8999] ?? 0);
});

test('there is no value outside of the series', t => {
	const series = seriesOf([7]);
	t.is(valueAt(series, -1), Number.NaN);
	t.is(valueAt(series, 1), Number.NaN);
	t.is(lastValue(emptySeries()), Number.NaN);
});

test('an empty series', t => {
	t.is(indexAt(emptySeries(), 5), 0);
	t.is(indexAfter(emptySeries(), 5), 0);
	t.is(exactFrom(emptySeries()), Number.NEGATIVE_INFINITY);
});

/** Rows: limits; an index; of how many samples its block is. */
const testDropped = test.macro((t, limits: SeriesLimits, index: number, width: number) => {
	const values = walk(100_000);
	const series = seriesOf(values, limits);
	const first = Math.floor(index / width) * width;
	t.is(valueAt(series, index), Math.max(...values.slice(first, first + width)));
	t.is(timeAt(series, index), 1000 + first / 10);
	t.is(exactFrom(series) <= timeAt(series, index), width === 1);
});

test('a sample among the newest', testDropped, [1024, 4096, 4096], 99_999, 1);
test('the oldest of as many as are kept', testDropped, [1024], 98_976, 1);
test('a sample of which the block of 16 is left', testDropped, [1024, 4096, 4096], 90_003, 16);
test('a sample of which the block of 256 is left', testDropped, [1024, 1024, 4096], 1000, 256);
test('a sample of which the block of 4096 is left', testDropped, [16, 16, 16], 0, 256);

/** Rows: limits; how many chunks there may be of samples, of blocks of 16, and so on. */
const testMemory = test.macro((t, limits: SeriesLimits, expected: readonly number[]) => {
	const series = seriesOf(walk(300_000), limits);
	t.true(300_000 - exactStart(series) >= Math.min(limits[0], 300_000));
	t.deepEqual(
		series.layers.map(({chunks}) => chunks.length),
		expected,
	);
});

// 300,000 samples in chunks of 2048, 18,750 blocks of 16 in chunks of 1024, 1171, 73 and 4 coarser ones in chunks of 256.
test('all', testMemory, [Number.POSITIVE_INFINITY], [147, 19, 5, 1, 1]);
test('few samples', testMemory, [10_000, Number.POSITIVE_INFINITY], [6, 19, 5, 1, 1]);
test('few of all', testMemory, [10_000, 5000, 500], [6, 6, 3, 1, 1]);
test('as few as can be', testMemory, [1], [2, 2, 2, 1, 1]);
test('coarser ones for as long as finer ones', testMemory, [100_000, 1], [50, 8, 3, 1, 1]);

const testIndexAt = test.macro((t, time: number, expected: number) => {
	t.is(indexAt(seriesOf([1, 2, 3, 4]), time), expected);
});

test('before the first sample', testIndexAt, 0, 0);
test('at the first sample', testIndexAt, 1000, 0);
test('between two samples', testIndexAt, 1000.15, 2);
test('at a sample', testIndexAt, 1000.2, 2);
test('after the last sample', testIndexAt, 1000.31, 4);

const testIndexAfter = test.macro((t, time: number, expected: number) => {
	t.is(indexAfter(seriesOf([1, 2, 3, 4]), time), expected);
});

test('after a time before the first sample', testIndexAfter, 0, 0);
test('after the first sample', testIndexAfter, 1000, 1);
test('after a time between two samples', testIndexAfter, 1000.15, 2);
test('after all time', testIndexAfter, Number.POSITIVE_INFINITY, 4);

test('times of dropped samples are found by their blocks', t => {
	const series = seriesOf(walk(20_000), [1024, 4096]);
	t.is(indexAt(series, 1000 + 100.05), 1008);
	t.is(indexAfter(series, 1000 + 100.05), 1008);
	t.is(indexAt(series, 1000 + 1950.05), 19_501);
});
