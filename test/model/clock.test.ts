import test from 'ava';
import {systemClock} from '../../src/model/clock.ts';

test('the wall clock tells whole milliseconds since 1970', t => {
	const before = Date.now();
	const now = systemClock.wall();
	t.true(Number.isInteger(now));
	t.true(now >= before && now <= Date.now());
});

test('the monotonic clock never goes back', t => {
	const times = Array.from({length: 1000}, systemClock.monotonic);
	t.deepEqual(
		times,
		times.toSorted((one, other) => one - other),
	);
});
