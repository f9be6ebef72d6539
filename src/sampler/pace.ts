import type {Clock} from '../model/clock.ts';

/** Calls something at a time; what it returns takes the call back. */
export type Pace = (deadline: number, call: () => void) => () => void;

// Timers of the event loop are late by up to two milliseconds; a blocking wait is not. Below this interval
// (milliseconds) the loop runs once between two ticks and the thread sleeps the rest, so that 1 kHz is kept and
// signals and keys still wait no longer than one tick.
const blockingBelow = 20;

/** How to wait for the next tick, for ticks every `interval` milliseconds; deadlines are on the monotonic clock. */
export const paceFor = (interval: number, clock: Clock): Pace =>
	interval < blockingBelow ? blockingPace(clock) : timerPace(clock);

const timerPace =
	(clock: Clock): Pace =>
	(deadline, call) => {
		let timer = setTimeout(check, deadline - clock.monotonic());
		return () => clearTimeout(timer);
		// Timers can fire a fraction of a millisecond early.
		function check(): void {
			const left = deadline - clock.monotonic();
			if (left > 0.5) timer = setTimeout(check, left);
			else call();
		}
	};

const sleeper = new Int32Array(new SharedArrayBuffer(4));

const blockingPace =
	(clock: Clock): Pace =>
	(deadline, call) => {
		const turn = setImmediate(() => {
			const left = deadline - clock.monotonic();
			if (left > 0) Atomics.wait(sleeper, 0, 0, left);
			call();
		});
		return () => clearImmediate(turn);
	};
