import test from 'ava';
import {intervals, rungFor, step, windows} from '../../src/app/ladder.ts';

const ladder = [1, 2, 5];

const testStep = test.macro((t, value: number, by: -1 | 1, expected: number) => {
	t.is(step(ladder, value, by), expected);
});

test('up', testStep, 1, 1, 2);
test('down', testStep, 5, -1, 2);
test('from between two rungs up', testStep, 3, 1, 5);
test('from between two rungs down', testStep, 3, -1, 2);
test('above the top', testStep, 5, 1, 5);
test('below the bottom', testStep, 1, -1, 1);
test('from far above', testStep, 100, -1, 5);

const testRung = test.macro((t, value: number, expected: number) => {
	t.is(rungFor(ladder, value), expected);
});

test('a rung', testRung, 2, 2);
test('between rungs', testRung, 2.1, 5);
test('under all', testRung, -1, 1);
test('over all', testRung, 6, 5);

test('ladders ascend', t => {
	for (const rungs of [windows, intervals]) {
		t.deepEqual(
			rungs,
			rungs.toSorted((one, other) => one - other),
		);
	}
});

test('intervals are those that -d takes', t => {
	t.is(intervals[0], 0.001);
	t.is(intervals.at(-1), 3600);
});
