import test, {type ExecutionContext} from 'ava';
import {columnIn, finer} from '../../src/plot/pixel-columns.ts';
import {strokesOf} from '../../src/plot/points.ts';
import {recordingReducer} from '../../src/plot/recording-reducer.ts';

type Curve = readonly (readonly [x: number, y: number])[];

/** The curve, its x counted from the range, reduced to a column a second, given in batches. */
const reduce = (curve: Curve, to: number, batch = 3) => {
	const columns = {range: {from: 100, to: 100 + to}, count: to + 1, before: 7};
	const reducer = recordingReducer({columns, fromStart: false});
	for (let start = 0; start < curve.length; start += batch) {
		const rows = curve.slice(start, start + batch);
		const time = Float64Array.from(rows, ([x]) => 100 + x);
		const inUse = Float64Array.from(rows, ([, y]) => y);
		reducer.add({length: rows.length, time, inUse, system: inUse});
	}
	return reducer.finish();
};

const testReduced = (t: ExecutionContext, curve: Curve, expected: readonly number[]) => {
	const {inUse, system} = reduce(curve, 10);
	t.deepEqual([...inUse.y], expected);
	t.deepEqual([...system.y], expected);
	// The batches do not show.
	t.deepEqual([...reduce(curve, 10, 1).inUse.x], [...inUse.x]);
	t.deepEqual([...reduce(curve, 10, 1000).inUse.x], [...inUse.x]);
};

const nothing = Number.NaN;

test('nothing', testReduced, [], []);
test('one sample', testReduced, [[3, 5]], [5]);
test(
	'few samples stay',
	testReduced,
	[
		[0, 5],
		[5, 4],
		[10, 6],
	],
	[5, 4, 6],
);
test(
	'of a column the first, the lowest, the highest and the last, in their order',
	testReduced,
	[
		[1, 5],
		[1.1, 6],
		[1.2, 9],
		[1.3, 7],
		[1.35, 2],
		[1.36, 3],
		[1.4, 4],
	],
	[5, 9, 2, 4],
);
test(
	'each once',
	testReduced,
	[
		[1, 5],
		[1.1, 5],
		[1.2, 5],
		[1.3, 5],
	],
	[5, 5],
);
test(
	'a spike of one sample',
	testReduced,
	[
		[1, 1],
		[1.1, 1],
		[1.2, 1000],
		[1.3, 1],
	],
	[1, 1000, 1],
);
test(
	'equal stamps',
	testReduced,
	[
		[1, 1],
		[1, 3],
		[1, 2],
		[1, 9],
		[1, 4],
	],
	[1, 9, 4],
);
test(
	'a break between columns',
	testReduced,
	[
		[1, 1],
		[2, nothing],
		[3, 3],
	],
	[1, nothing, 3],
);
test(
	'both strokes of a column with a break in it, whole',
	testReduced,
	[
		[1, 1],
		[1.1, 2],
		[1.2, nothing],
		[1.3, 8],
		[1.35, 9],
		[1.4, 8],
	],
	[1, 2, nothing, 8, 9, 8],
);
test(
	'breaks at the ends are none',
	testReduced,
	[
		[1, nothing],
		[2, 2],
		[3, nothing],
	],
	[2],
);
test(
	'several are one',
	testReduced,
	[
		[1, 1],
		[2, nothing],
		[2, nothing],
		[3, 3],
	],
	[1, nothing, 3],
);
test(
	'a row without a time',
	testReduced,
	[
		[1, 1],
		[nothing, 2],
		[3, 3],
	],
	[1, nothing, 3],
);
test(
	'stamps that go back',
	testReduced,
	[
		[1, 1],
		[5, 2],
		[1, 3],
		[5, 4],
	],
	[1, 2, 3, 4],
);
test(
	'what lies outside keeps the lines that cross the edge',
	testReduced,
	[
		[-9, 1],
		[-5, 7],
		[-1, 2],
		[5, 5],
		[11, 3],
		[12, 9],
		[14, 4],
	],
	[...[1, 7, 2], ...[5], ...[3, 9, 4]],
);

test('strokes without number in a column cost a bounded number of points', t => {
	const curve: Curve = Array.from({length: 100_000}, (_, row) => [
		1 + row / 1e6,
		row % 2 === 0 ? Math.abs(row - 60_000) : nothing,
	]);
	const {inUse} = reduce([...curve, [2, nothing], [3, 1]], 10, 4096);
	t.true(inUse.y.length < 200);
	t.is(inUse.highest, 60_000);
	t.true(inUse.y.includes(0));
	t.deepEqual([...inUse.y.slice(-2)], [nothing, 1]);
});

test('a clock that goes to and fro for ever is refused', t => {
	const curve: Curve = Array.from({length: 600_000}, (_, row) => [row % 2 === 0 ? 1 : 9, row]);
	t.throws(() => reduce(curve, 10, 4096), {message: /^expected time stamps that ascend, got/});
});

test('what is drawn and what there is', t => {
	const {samples, extent, inUse} = reduce(
		[
			[-5, 100],
			[0, 1],
			[4, 7],
			[10, 3],
			[20, 50],
			[1e15, 9],
		],
		10,
	);
	t.is(samples, 5);
	t.deepEqual(extent, {from: 95, to: 120});
	t.is(inUse.highest, 7);
});

test('from its start', t => {
	const columns = {range: {from: 0, to: 10}, count: 11, before: 0};
	const reducer = recordingReducer({columns, fromStart: true, only: {from: 100, to: 105}});
	const time = Float64Array.of(99, 101, 103, 106);
	reducer.add({length: 4, time, inUse: time, system: time});
	const {inUse, extent} = reducer.finish();
	t.deepEqual([...inUse.x], [0, 2]);
	t.deepEqual(extent, {from: 101, to: 103});
});

test('columns are rounded as gnuplot does', t => {
	const columns = {range: {from: 100, to: 200}, count: 11, before: 150};
	const column = columnIn(columns);
	t.deepEqual([100, 104.9, 105, 195, 200, 99.9, 200.1].map(column), [0, 0, 1, 10, 10, -1, 11]);
	t.deepEqual(finer(columns, 2), {range: columns.range, count: 21, before: 300});
});

test('strokes lie between the breaks', t => {
	const y = Float64Array.of(nothing, 1, 2, nothing, nothing, 3);
	t.deepEqual(strokesOf({x: y, y}), [
		[1, 3],
		[5, 6],
	]);
	t.deepEqual(strokesOf({x: y.subarray(0, 1), y: y.subarray(0, 1)}), []);
});
