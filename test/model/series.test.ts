import test from 'ava';
import {
	append,
	emptySeries,
	extentOf,
	indexAfter,
	indexAt,
	lastValue,
	type Series,
	timeAt,
	valueAt,
} from '../../src/model/series.ts';
import {randomFrom, randomWalk} from '../fixtures/random.ts';

const seriesOf = (values: readonly number[], rawLimit?: number): Series => {
	const series = emptySeries(rawLimit);
	for (const [index, value] of values.entries()) append(series, 1000 + index / 10, value);
	return series;
};

const extent = (series: Series, start: number, end: number): readonly [number, number] => {
	const {min, max} = extentOf(series, [start, end], {min: 0, max: 0});
	return [min, max];
};

const walk = (length: number): readonly number[] => randomWalk({seed: length, length, start: 1e6, step: 1e5});

const testExtents = test.macro((t, length: number) => {
	const values = walk(length);
	const series = seriesOf(values);
	const random = randomFrom(1);
	for (let round = 0; round < 300; round += 1) {
		const start = Math.floor(random() * length);
		const end = start + 1 + Math.floor(random() ** 3 * (length - start));
		const part = values.slice(start, end);
		const expected = [Math.min(...part), Math.max(...part)] as const;
		t.deepEqual(extent(series, start, end), expected, `${start} to ${end}`);
	}
});

test('extents of a block', testExtents, 16);
test('extents of a block and one', testExtents, 17);
test('extents of two levels', testExtents, 300);
test('extents of a chunk', testExtents, 4096);
test('extents of five levels', testExtents, 70_000);

test('extents of what was dropped are those of its blocks of 16', t => {
	const values = walk(20_000);
	const series = seriesOf(values, 5000);
	t.true(series.rawStart > 0);
	const blocks = (index: number, round: (value: number) => number): number =>
		index < series.rawStart ? round(index / 16) * 16 : index;
	const random = randomFrom(2);
	for (let round = 0; round < 300; round += 1) {
		const start = Math.floor(random() * 20_000);
		const end = start + 1 + Math.floor(random() ** 3 * (20_000 - start));
		const part = values.slice(blocks(start, Math.floor), blocks(end, Math.ceil));
		const expected = [Math.min(...part), Math.max(...part)] as const;
		t.deepEqual(extent(series, start, end), expected, `${start} to ${end}`);
	}
});

const testNothing = test.macro((t, start: number, end: number) => {
	t.deepEqual(extent(seriesOf([1, 2, 3]), start, end), [Number.NaN, Number.NaN]);
});

test('extent of no samples', testNothing, 1, 1);
test('extent of a range the wrong way round', testNothing, 2, 1);
test('extent past the end', testNothing, 3, 10);
test('extent before the start', testNothing, -5, 0);

test('a range wider than the series is all of it', t => {
	t.deepEqual(extent(seriesOf([3, 1, 2]), -10, 10), [1, 3]);
});

const testSpike = test.macro((t, at: number, rawLimit?: number) => {
	const length = 30_000;
	const series = seriesOf(
		Array.from({length}, (_, index) => (index === at ? 99 : 5)),
		rawLimit,
	);
	for (let width = 1; width <= length; width *= 3) {
		for (const start of [at, at - width + 1, at - Math.floor(width / 2)]) {
			t.is(extent(series, Math.max(0, start), start + width)[1], 99, `${start} and ${width} samples`);
		}
	}
});

test('a spike in the first sample', testSpike, 0);
test('a spike in the newest sample', testSpike, 29_999);
test('a spike at the end of a block', testSpike, 4095);
test('a spike at the start of a block', testSpike, 4096);
test('a spike of which the sample is dropped', testSpike, 4097, 4096);

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

test('a dropped sample reads as the maximum of its block, at the time of its first', t => {
	const values = walk(20_000);
	const series = seriesOf(values, 4096);
	t.is(valueAt(series, 100), Math.max(...values.slice(96, 112)));
	t.is(timeAt(series, 100), 1000 + 9.6);
});

test('the newest samples are kept one by one in bounded memory', t => {
	const series = seriesOf(walk(50_000), 10_000);
	t.true(series.raw.size <= Math.ceil(10_000 / 4096) + 2);
	t.true(50_000 - series.rawStart >= 10_000);
});

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
	const series = seriesOf(walk(20_000), 4096);
	const before = indexAt(series, 1000 + 100.05);
	t.true(before <= 1001 + 15 && before >= 1001 - 15);
	t.is(indexAt(series, 1000 + 1950.05), 19_501);
});

test('an empty series', t => {
	t.is(indexAt(emptySeries(), 5), 0);
	t.deepEqual(extent(emptySeries(), 0, 5), [Number.NaN, Number.NaN]);
});
