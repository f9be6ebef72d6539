import test from 'ava';
import {reduceCurve, strokesOf} from '../../src/plot/reduce.ts';

const curveOf = (length: number, valueAt: (row: number) => number) => ({
	x: Float64Array.from({length}, (_, row) => row),
	y: Float64Array.from({length}, (_, row) => valueAt(row)),
});

test('a curve of few points is left as it is', t => {
	const curve = curveOf(10_000, Math.sin);
	t.is(reduceCurve(curve, {from: 0, to: 9999, columns: 10}), curve);
});

test('first, lowest, highest and last of every column, in their order', t => {
	const curve = {x: Float64Array.of(0, 1, 2, 3, 4, 10), y: Float64Array.of(5, 9, 7, 1, 6, 2)};
	const reduced = reduceCurve(curve, {from: 0, to: 10, columns: 2, exactUpTo: 0});
	t.deepEqual([...reduced.x], [0, 1, 3, 4, 10]);
	t.deepEqual([...reduced.y], [5, 9, 1, 6, 2]);
});

test('a spike of one sample among millions stays', t => {
	const curve = curveOf(3_000_000, row => (row === 1_234_567 ? 1000 : row % 100));
	const reduced = reduceCurve(curve, {from: 0, to: 2_999_999, columns: 1690});
	t.true(reduced.x.length <= 4 * 1690);
	t.is(reduced.x[reduced.y.indexOf(1000)], 1_234_567);
	t.is(reduced.x.at(-1), 2_999_999);
});

test('breaks stay, between columns and inside one', t => {
	const curve = curveOf(100, row => (row === 25 || row === 50 ? Number.NaN : row));
	const reduced = reduceCurve(curve, {from: 0, to: 99, columns: 2, exactUpTo: 0});
	t.deepEqual([...reduced.y], [0, Number.NaN, 49, Number.NaN, 51, 99]);
});

test('breaks without number cost at most eight rows a column', t => {
	const curve = curveOf(1_000_000, row => (row % 2 === 0 ? Number.NaN : Math.sin(row)));
	const reduced = reduceCurve(curve, {from: 0, to: 999_999, columns: 100});
	t.true(reduced.x.length <= 800);
});

test('times that go back start a column anew', t => {
	const curve = {x: Float64Array.of(0, 10, 0, 10), y: Float64Array.of(1, 2, 3, 4)};
	const reduced = reduceCurve(curve, {from: 0, to: 10, columns: 5, exactUpTo: 0});
	t.deepEqual([...reduced.y], [1, 2, 3, 4]);
});

test('strokes lie between the breaks', t => {
	const y = Float64Array.of(Number.NaN, 1, 2, Number.NaN, Number.NaN, 3);
	t.deepEqual(strokesOf({x: y, y}), [
		[1, 3],
		[5, 6],
	]);
	t.deepEqual(strokesOf({x: y.subarray(0, 1), y: y.subarray(0, 1)}), []);
});
