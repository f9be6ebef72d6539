import test from 'ava';
import {createRate} from '../../../src/sources/os/rate.ts';

type Step = readonly [count: number | undefined, now: number, expected: number | undefined];

const testRate = test.macro((t, steps: readonly Step[]) => {
	const rate = createRate();
	for (const [count, now, expected] of steps) t.is(rate(count, now), expected);
});

test('the first reading has none', testRate, [[1000, 0, undefined]]);
test('growth each second', testRate, [
	[10, 0, undefined],
	[40, 1000, 30],
	[45, 1500, 10],
]);
test('standing still is zero', testRate, [
	[10, 0, undefined],
	[10, 1000, 0],
]);
test('a count that fell', testRate, [
	[10, 0, undefined],
	[5, 1000, undefined],
	[7, 2000, 2],
]);
test('a missing count begins anew', testRate, [
	[10, 0, undefined],
	[undefined, 1000, undefined],
	[30, 2000, undefined],
]);
test('no time between', testRate, [
	[10, 500, undefined],
	[20, 500, undefined],
]);
