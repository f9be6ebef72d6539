import test from 'ava';
import {createPace} from '../../../src/sources/os/pace.ts';

const testPace = test.macro((t, ticks: readonly number[], expected: readonly number[]) => {
	t.deepEqual(ticks.filter(createPace(1000)), expected);
});

const every = (interval: number, count: number): readonly number[] =>
	Array.from({length: count}, (_, index) => 5000 + index * interval);

test('every tick of its own length', testPace, every(1000, 4), [5000, 6000, 7000, 8000]);
test('also when ticks come a little early', testPace, [0, 990, 2000, 2985, 4001], [0, 990, 2000, 2985, 4001]);
test('one of ten quick ticks', testPace, every(100, 31), [5000, 5900, 6900, 7900]);
test('every slow tick', testPace, every(2500, 4), [5000, 7500, 10_000, 12_500]);
test('nothing is made up for', testPace, [0, 60_000, 60_100, 60_200, 61_000], [0, 60_000, 61_000]);
