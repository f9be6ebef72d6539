import type {History} from '../model/history.ts';
import {neighbourTime} from '../model/reading-at.ts';
import type {Detail, State} from './state.ts';
import {shiftOf} from './window.ts';

/** Time of the newest sample at or before a time, all in Unix seconds; undefined where there is none. */
export const sampleUpTo = (state: State, time: number): number | undefined =>
	nearest(state, time + halfStamp, -1);

/** Time of the newest sample before a time; undefined where there is none. */
export const sampleBefore = (state: State, time: number): number | undefined =>
	nearest(state, time - halfStamp, -1);

/** Time of the oldest sample at or after a time; undefined where there is none. */
export const sampleFrom = (state: State, time: number): number | undefined =>
	nearest(state, time - halfStamp, 1);

/** Time of the oldest sample after a time; undefined where there is none. */
export const sampleAfter = (state: State, time: number): number | undefined =>
	nearest(state, time + halfStamp, 1);

// Seconds: half of the finest step between two stamps.
const halfStamp = 5e-7;

// Samples of a second recording count where the first has none: taking turns, both would be a step of nothing apart.
const nearest = (state: State, time: number, by: 1 | -1): number | undefined => {
	const {other, interval} = state;
	const own = neighbour(state, time, by);
	if (!other || (own !== undefined && Math.abs(own - time) <= 2 * interval)) return own;
	const shift = shiftOf(state);
	const found = neighbour(other, time - shift, by);
	return found === undefined ? own : nearer([own, found + shift], time);
};

type Recorded = {readonly history: History; readonly detail?: Detail | undefined};

// What was read again has every sample of its part; memory may have only the first of each block there.
const neighbour = ({history, detail}: Recorded, time: number, by: 1 | -1): number | undefined => {
	const isRead = detail !== undefined && time >= detail.from && time <= detail.to;
	const read = isRead ? neighbourTime(detail.history, time, by) : undefined;
	return nearer([read, neighbourTime(history, time, by)], time);
};

const nearer = ([one, two]: readonly (number | undefined)[], time: number): number | undefined => {
	if (one === undefined || two === undefined) return one ?? two;
	return Math.abs(two - time) < Math.abs(one - time) ? two : one;
};
