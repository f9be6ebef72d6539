import type {paceFor} from '../../src/sampler/pace.ts';

/** A clock set by hand, in milliseconds, that calls what waits for it. */
export const handClock = (wallStart = 1_763_791_200_000) => {
	let now = 0;
	let wallOffset = wallStart;
	let waiting: {readonly deadline: number; readonly call: () => void} | undefined;
	const pace: typeof paceFor = () => (deadline, call) => {
		const mine = {deadline, call};
		waiting = mine;
		return () => {
			if (waiting === mine) waiting = undefined;
		};
	};
	return {
		clock: {wall: () => Math.floor(wallOffset + now), monotonic: () => now},
		paceFor: pace,
		/** Goes on by so long, and is on time for every tick. */
		run: (milliseconds: number): void => {
			const end = now + milliseconds;
			while (waiting && waiting.deadline <= end) {
				now = Math.max(now, waiting.deadline);
				callWaiting();
			}
			now = end;
		},
		/** Goes on by so long while nothing is called, and is then late for what was due. */
		stall: (milliseconds: number): void => {
			now += milliseconds;
			if (waiting && waiting.deadline <= now) callWaiting();
		},
		/** Goes to so long before the next tick and calls it, as a timer that fires early. */
		fireEarly: (milliseconds: number): void => {
			now = (waiting?.deadline ?? now) - milliseconds;
			callWaiting();
		},
		/** Sets the wall clock by so long; the monotonic one does not notice. */
		setWall: (by: number): void => {
			wallOffset += by;
		},
		isWaiting: (): boolean => waiting !== undefined,
	};

	function callWaiting(): void {
		const {call} = waiting ?? {};
		waiting = undefined;
		call?.();
	}
};
