import test from 'ava';
import {extremeIn} from '../../src/app/extreme.ts';
import {append, emptySeries, type SeriesLimits, timeAt, valueAt} from '../../src/model/series.ts';
import {randomFrom} from '../fixtures/random.ts';

const seriesOf = (values: readonly number[], limits?: SeriesLimits) => {
	const series = emptySeries(limits);
	for (const [index, value] of values.entries()) append(series, index, value);
	return series;
};

const values = [5, 9, 1, 9, 1, 4];

/** Rows: from and to which index, and which has the highest and the lowest value. */
const testExtreme = test.macro(
	(t, range: readonly [number, number], highest: number | undefined, lowest: number | undefined) => {
		t.is(extremeIn(seriesOf(values), range, 'highest'), highest);
		t.is(extremeIn(seriesOf(values), range, 'lowest'), lowest);
	},
);

test('all', testExtreme, [0, 6], 1, 2);
test('a part', testExtreme, [2, 4], 3, 2);
test('one', testExtreme, [5, 6], 5, 5);
test('none', testExtreme, [3, 3], undefined, undefined);

test('the first of the highest and of the lowest, wherever it is', t => {
	const random = randomFrom(21);
	const many = Array.from({length: 5000}, () => Math.floor(random() * 900));
	const series = seriesOf(many);
	for (let round = 0; round < 200; round += 1) {
		const start = Math.floor(random() * 4000);
		const end = start + 1 + Math.floor(random() * 999);
		const part = many.slice(start, end);
		t.is(extremeIn(series, [start, end], 'highest'), start + part.indexOf(Math.max(...part)));
		t.is(extremeIn(series, [start, end], 'lowest'), start + part.indexOf(Math.min(...part)));
	}
});

test('where only blocks are left, the beginning of the block', t => {
	const many = Array.from({length: 40_000}, (_, index) => (index === 1003 ? 9 : 1));
	const series = seriesOf(many, [2048, 2 ** 20]);
	const index = extremeIn(series, [0, 40_000], 'highest') ?? Number.NaN;
	t.deepEqual([index, timeAt(series, index), valueAt(series, index)], [992, 992, 9]);
});
