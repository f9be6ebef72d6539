import test from 'ava';
import {stamper} from '../../src/sampler/stamps.ts';
import {handClock} from './hand-clock.ts';

const start = 1_763_791_200;

/** Rows: decimals, and milliseconds between the stamps. */
const testIncreasing = test.macro((t, decimals: number, between: number) => {
	const {clock, stall} = handClock();
	const stamp = stamper(clock, () => decimals);
	const times = Array.from({length: 1000}, () => {
		stall(between);
		return stamp().time;
	});
	const texts = times.map(time => time.toFixed(decimals));
	t.is(new Set(texts).size, 1000);
	t.deepEqual(texts, texts.toSorted());
	t.deepEqual(texts.map(Number), times);
});

test('milliseconds apart, 3 decimals', testIncreasing, 3, 1);
test('within a millisecond, 3 decimals', testIncreasing, 3, 0.1);
test('at one moment, 3 decimals', testIncreasing, 3, 0);
test('milliseconds apart, 6 decimals', testIncreasing, 6, 1);
test('microseconds apart, 6 decimals', testIncreasing, 6, 0.001);
test('at one moment, 6 decimals', testIncreasing, 6, 0);
test('at odd moments, 3 decimals', testIncreasing, 3, 1.3337);

test('finer than the wall clock', t => {
	const {clock, stall} = handClock();
	const stamp = stamper(clock, () => 6);
	stall(0.25);
	t.is(stamp().time, start + 0.00025);
	stall(0.5);
	t.is(stamp().time, start + 0.00075);
});

/** Rows: milliseconds the wall clock is set by; seconds since the start at the next stamp, and the step that is told. */
const testSet = test.macro((t, by: number, [time, stepped]: readonly [number, number | undefined]) => {
	const {clock, stall, setWall} = handClock();
	const stamp = stamper(clock, () => 3);
	stamp();
	stall(1000);
	setWall(by);
	const next = stamp();
	t.is(Math.round((next.time - start) * 1000) / 1000, time);
	t.is(next.stepped, stepped);
	t.is(next.monotonic, 1000);
});

test('read late is no move', testSet, 1, [1, undefined]);
test('slewed forward is followed', testSet, 40, [1.04, undefined]);
test('slewed back is followed', testSet, -40, [0.96, undefined]);
test('set forward is a step', testSet, 5000, [6, 5]);
test('set back is a step back', testSet, -5000, [-4, -5]);
test('a quarter of a second is no step', testSet, 250, [1.25, undefined]);

test('slewed back below the last stamp still goes on', t => {
	const {clock, stall, setWall} = handClock();
	const stamp = stamper(clock, () => 3);
	const first = stamp().time;
	setWall(-100);
	stall(10);
	const second = stamp();
	t.is(second.stepped, undefined);
	t.is(second.time.toFixed(3), (first + 0.001).toFixed(3));
	stall(1000);
	t.is(stamp().time.toFixed(3), (start + 0.91).toFixed(3));
});

test('a step is told once', t => {
	const {clock, setWall} = handClock();
	const stamp = stamper(clock, () => 3);
	setWall(10_000);
	t.is(stamp().stepped, 10);
	t.is(stamp().stepped, undefined);
});

test('a read of the two clocks that was interrupted is read again', t => {
	let now = 0;
	let interruption = 0;
	const wall = (): number => {
		now += interruption;
		interruption = 0;
		return start * 1000 + now;
	};
	const stamp = stamper({wall, monotonic: () => now}, () => 3);
	interruption = 1000;
	t.is(stamp().stepped, undefined);
});
