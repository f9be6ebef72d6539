import {indexAfterTime} from '../ascending.ts';
import type {History} from './history.ts';

// Older breaks are forgotten: a curve joined across a gap of days ago costs less than memory without bound.
const breakLimit = 10_000;

// Seconds: half of the finest step between two stamps, so that a break is after one sample and before the next.
const halfStamp = 5e-7;

/** Breaks every curve after the sample at `time` (Unix seconds; the newest one if not said), in place. */
export const breakCurves = ({breaks, samples, end}: History, time = end): void => {
	const place = indexAfterTime(breaks, time, identity);
	const isBrokenThere = (breaks[place] ?? Number.POSITIVE_INFINITY) <= time + halfStamp;
	if (samples === 0 || isBrokenThere) return;
	breaks.splice(place, 0, time + halfStamp);
	if (breaks.length > breakLimit) breaks.splice(0, breakLimit / 2);
};

/** Whether the curves are broken between two times: after the first (Unix seconds) and until the second. */
export const isBroken = ({breaks}: Pick<History, 'breaks'>, after: number, until: number): boolean =>
	(breaks[indexAfterTime(breaks, after, identity)] ?? Number.POSITIVE_INFINITY) <= until;

const identity = (time: number): number => time;
