import test from 'ava';
import {systemClock} from '../../src/model/clock.ts';
import {paceFor} from '../../src/sampler/pace.ts';

/** Rows: the interval in milliseconds, which chooses the way to wait. */
const testDeadlines = test.macro(async (t, interval: number) => {
	const pace = paceFor(interval, systemClock);
	const origin = systemClock.monotonic();
	for (let tick = 1; tick <= 5; tick += 1) {
		const deadline = origin + tick * interval;
		await new Promise<void>(resolve => pace(deadline, resolve));
		t.true(systemClock.monotonic() >= deadline - 0.5);
	}
});

test('by a timer, never before the deadline', testDeadlines, 25.4);
test('by sleeping, never before the deadline', testDeadlines, 3.3);

const testOver = test.macro(async (t, interval: number) => {
	await new Promise<void>(resolve => paceFor(interval, systemClock)(systemClock.monotonic() - 50, resolve));
	t.pass();
});

test('by a timer, a deadline that is over calls at once', testOver, 100);
test('by sleeping, a deadline that is over calls at once', testOver, 1);

const testTakenBack = test.macro(async (t, interval: number) => {
	const pace = paceFor(interval, systemClock);
	const takeBack = pace(systemClock.monotonic() + 5, () => t.fail('called after it was taken back'));
	takeBack();
	await new Promise<void>(resolve => pace(systemClock.monotonic() + 30, resolve));
	t.pass();
});

test('by a timer, a call can be taken back', testTakenBack, 100);
test('by sleeping, a call can be taken back', testTakenBack, 1);

test('the event loop runs between two ticks, however short they are', async t => {
	const pace = paceFor(1, systemClock);
	let turns = 0;
	const turn = setInterval(() => {
		turns += 1;
	}, 0);
	for (let tick = 0; tick < 20; tick += 1) {
		await new Promise<void>(resolve => pace(systemClock.monotonic() + 2, resolve));
	}
	clearInterval(turn);
	t.true(turns > 0);
});
