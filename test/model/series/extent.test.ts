import test from 'ava';
import {setLimits} from '../../../src/model/series/limit.ts';
import {append, emptySeries, extentOf, type Series, type SeriesLimits} from '../../../src/model/series.ts';
import {randomFrom, randomWalk} from '../../fixtures/random.ts';

const seriesOf = (values: readonly number[], limits?: SeriesLimits): Series => {
	const series = emptySeries(limits);
	for (const [index, value] of values.entries()) append(series, 1000 + index / 10, value);
	return series;
};

const extent = (series: Series, start: number, end: number): readonly [number, number] => {
	const {min, max} = extentOf(series, [start, end], {min: 0, max: 0});
	return [min, max];
};

const walk = (length: number): readonly number[] => randomWalk({seed: length, length, start: 1e6, step: 1e5});

/** Of how many samples the block is that is left of an index. */
const widthAt = ({layers}: Series, index: number): number =>
	layers.find(({start, width}) => index >= start * width)?.width ?? 1;

// The blocks that begin in the stretch, as a plain array has them.
const expectedIn = (values: readonly number[], series: Series, [start, end]: readonly [number, number]) => {
	const upTo = (index: number): number => {
		const width = index >= values.length ? 1 : widthAt(series, index);
		return Math.ceil(index / width) * width;
	};
	const part = values.slice(upTo(start), upTo(end));
	return part.length === 0
		? [Number.NaN, Number.NaN]
		: [part.reduce((one, other) => Math.min(one, other)), part.reduce((one, other) => Math.max(one, other))];
};

/** Rows: samples; limits. Random stretches are compared with a plain array. */
const testExtents = test.macro((t, length: number, limits?: SeriesLimits) => {
	const values = walk(length);
	const series = seriesOf(values, limits);
	const random = randomFrom(1);
	for (let round = 0; round < 300; round += 1) {
		const start = Math.floor(random() * length);
		const end = start + 1 + Math.floor(random() ** 3 * (length - start));
		const expected = expectedIn(values, series, [start, end]);
		t.deepEqual(extent(series, start, end), expected as [number, number], `${start} to ${end}`);
	}
});

test('extents of a block', testExtents, 16);
test('extents of a block and one', testExtents, 17);
test('extents of two levels', testExtents, 300);
test('extents of a chunk', testExtents, 1024);
test('extents of five levels', testExtents, 70_000);
test('extents where samples are dropped', testExtents, 20_000, [5000, Number.POSITIVE_INFINITY]);
test('extents where blocks are dropped', testExtents, 150_000, [5000, 2000, 2000]);
test('extents where all is dropped that can be', testExtents, 300_000, [1]);
test('extents where the coarser is to be kept for a shorter time', testExtents, 100_000, [50_000, 1]);

test('extents after the limits were made narrower', t => {
	const values = walk(50_000);
	const series = seriesOf(values, [Number.POSITIVE_INFINITY]);
	setLimits(series, [2000, 1000]);
	t.is(widthAt(series, 0), 256);
	t.is(widthAt(series, 30_000), 256);
	t.is(widthAt(series, 40_000), 16);
	for (const start of [0, 100, 30_000, 40_001, 49_000])
		for (const end of [start + 1, start + 700, 50_000])
			t.deepEqual(extent(series, start, end), expectedIn(values, series, [start, end]) as [number, number]);
});

const testNothing = test.macro((t, start: number, end: number) => {
	t.deepEqual(extent(seriesOf([1, 2, 3]), start, end), [Number.NaN, Number.NaN]);
});

test('extent of no samples', testNothing, 1, 1);
test('extent of a range the wrong way round', testNothing, 2, 1);
test('extent past the end', testNothing, 3, 10);
test('extent before the start', testNothing, -5, 0);

test('extent of an empty series', t => {
	t.deepEqual(extent(emptySeries(), 0, 5), [Number.NaN, Number.NaN]);
});

test('a range wider than the series is all of it', t => {
	t.deepEqual(extent(seriesOf([3, 1, 2]), -10, 10), [1, 3]);
});

/** Rows: where in 30,000 samples; limits. In every way to cut them into equal stretches, one and only one has it. */
const testSpike = test.macro((t, at: number, limits?: SeriesLimits) => {
	const length = 30_000;
	const series = seriesOf(
		Array.from({length}, (_, index) => (index === at ? 99 : 5)),
		limits,
	);
	for (let width = 1; width <= length; width = Math.ceil(width * 2.3)) {
		const starts = Array.from({length: Math.ceil(length / width)}, (_, index) => index * width);
		const found = starts.filter(start => extent(series, start, start + width)[1] === 99);
		t.is(found.length, 1, `${width} samples`);
		t.true(Math.abs((found[0] ?? 0) - at) < Math.max(width, 4096));
	}
});

test('a spike in the first sample', testSpike, 0);
test('a spike in the newest sample', testSpike, 29_999);
test('a spike at the end of a block', testSpike, 4095);
test('a spike at the start of a block', testSpike, 4096);
test('a spike of which the sample is dropped', testSpike, 4097, [4096, Number.POSITIVE_INFINITY]);
test('a spike of which the block of 16 is dropped', testSpike, 5000, [16, 16, 1024]);
