import type {History} from '../model/history.ts';
import {neighbourTime} from '../model/reading-at.ts';
import type {State} from './state.ts';

/** Time of the newest sample at or before a time, all in Unix seconds; undefined where there is none. */
export const sampleUpTo = (state: State, time: number): number | undefined =>
	nearest(state, time, history => neighbourTime(history, time + halfStamp, -1));

/** Time of the newest sample before a time; undefined where there is none. */
export const sampleBefore = (state: State, time: number): number | undefined =>
	nearest(state, time, history => neighbourTime(history, time, -1));

/** Time of the oldest sample at or after a time; undefined where there is none. */
export const sampleFrom = (state: State, time: number): number | undefined =>
	nearest(state, time, history => neighbourTime(history, time - halfStamp, 1));

/** Time of the oldest sample after a time; undefined where there is none. */
export const sampleAfter = (state: State, time: number): number | undefined =>
	nearest(state, time, history => neighbourTime(history, time, 1));

// Seconds: half of the finest step between two stamps.
const halfStamp = 5e-7;

const nearest = (
	state: State,
	time: number,
	find: (history: History) => number | undefined,
): number | undefined => {
	const found = historiesAt(state, time).flatMap(history => find(history) ?? []);
	if (found.length === 0) return undefined;
	return found.reduce((best, one) => (Math.abs(one - time) < Math.abs(best - time) ? one : best));
};

// What was read again has every sample of its part; memory may have only the first of each block there.
const historiesAt = ({history, detail}: State, time: number): readonly History[] =>
	detail && time >= detail.from && time <= detail.to ? [detail.history, history] : [history];
