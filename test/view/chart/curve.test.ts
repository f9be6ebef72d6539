import test from 'ava';
import type {Columns} from '../../../src/view/chart/columns.ts';
import {curveOf} from '../../../src/view/chart/curve.ts';
import {randomFrom} from '../../fixtures/random.ts';
import {columnsFrom} from './cuts.ts';

/** A column for each list of values; its samples lie within the second of its index. */
const columnsWith = (lists: readonly (readonly number[])[]): Columns =>
	columnsFrom(
		lists.map((values, index) => ({
			min: values.length > 0 ? Math.min(...values) : Number.NaN,
			max: values.length > 0 ? Math.max(...values) : Number.NaN,
			first: values[0] ?? Number.NaN,
			last: values.at(-1) ?? Number.NaN,
			firstTime: values.length > 0 ? index : Number.NaN,
			lastTime: values.length > 0 ? index + 0.5 : Number.NaN,
		})),
	);

type Values = readonly (readonly number[])[];
type Span = readonly [low: number, high: number];
const none: Span = [Number.NaN, Number.NaN];

/** Rows: the values in each column; lowest and highest point of the line in each, with breaks at these times. */
const testCurve = test.macro(
	(t, values: Values, expected: readonly Span[], breaks: readonly number[] = []) => {
		const {low, high} = curveOf(columnsWith(values), [...breaks]);
		t.deepEqual(
			Array.from(low, (value, index) => [value, high[index] ?? 0] as const),
			expected,
		);
	},
);

test('nothing', testCurve, [[], []], [none, none]);
test('one sample', testCurve, [[], [5], []], [none, [5, 5], none]);
test('within a column', testCurve, [[3, 9, 1]], [[1, 9]]);
test(
	'neighbours meet in the middle',
	testCurve,
	[[0], [8]],
	[
		[0, 4],
		[4, 8],
	],
);
test(
	'a line over empty columns',
	testCurve,
	[[0], [], [], [6]],
	[
		[0, 1],
		[1, 3],
		[3, 5],
		[5, 6],
	],
);
test(
	'from the last sample to the first',
	testCurve,
	[
		[9, 0],
		[4, 20],
	],
	[
		[0, 9],
		[2, 20],
	],
);
test(
	'no line before the first and after the last',
	testCurve,
	[[], [2], [2], []],
	[none, [2, 2], [2, 2], none],
);
test('broken', testCurve, [[0], [], [8]], [[0, 0], none, [8, 8]], [1.2]);
test(
	'broken just after a sample',
	testCurve,
	[[0], [8]],
	[
		[0, 0],
		[8, 8],
	],
	[0.5000005],
);
test(
	'broken at the moment of a sample',
	testCurve,
	[[0], [8]],
	[
		[0, 0],
		[8, 8],
	],
	[1],
);
test(
	'a break before both changes nothing',
	testCurve,
	[[0], [8]],
	[
		[0, 4],
		[4, 8],
	],
	[-1, 0.2],
);
test(
	'a break after both changes nothing',
	testCurve,
	[[0], [8]],
	[
		[0, 4],
		[4, 8],
	],
	[1.5],
);
test(
	'one of many breaks',
	testCurve,
	[[0], [8], [8]],
	[
		[0, 0],
		[8, 8],
		[8, 8],
	],
	[-9, -8, 0.7, 5, 6, 7],
);

test('a line has no holes, however steep', t => {
	const random = randomFrom(5);
	const values = Array.from({length: 500}, () =>
		random() < 0.3 ? [] : Array.from({length: 1 + Math.floor(random() * 3)}, () => random() ** 8 * 1e9),
	);
	const {low, high} = curveOf(columnsWith([[1], ...values, [1]]), []);
	for (let column = 1; column < low.length; column += 1) {
		const [before, now] = [column - 1, column];
		t.true((low[now] ?? 0) <= (high[before] ?? 0) * (1 + 1e-9), `${column}`);
		t.true((high[now] ?? 0) >= (low[before] ?? 0) * (1 - 1e-9), `${column}`);
	}
});

test('a line never leaves the range of its samples', t => {
	const random = randomFrom(6);
	const values = Array.from({length: 300}, () => (random() < 0.5 ? [] : [100 + random() * 50]));
	const {low, high} = curveOf(columnsWith(values), []);
	t.true(Array.from(low).every(value => Number.isNaN(value) || value >= 100));
	t.true(Array.from(high).every(value => Number.isNaN(value) || value <= 150));
});
