import type {Range} from './byte-axis.ts';
import {lastTime} from './local-time.ts';

/** First and last moment of a column of Unix seconds, in whatever order; undefined when none can be drawn. */
export const extentOf = (times: Float64Array): Range | undefined => {
	let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const time of times) {
		if (!isDrawable(time)) continue;
		if (time < from) from = time;
		if (time > to) to = time;
	}
	return from <= to ? {from, to} : undefined;
};

/** Unix seconds as seconds since `origin`, rounded to microseconds; NaN for what cannot be drawn. */
export const placesFrom = (times: Float64Array, origin: number): Float64Array =>
	times.map(time => (isDrawable(time) ? Math.round((time - origin) * 1e6) / 1e6 : Number.NaN));

/** The highest value; 0 when there is none. */
export const highestOf = (values: Float64Array): number => {
	let highest = 0;
	for (const value of values) if (value > highest && value < Number.POSITIVE_INFINITY) highest = value;
	return highest;
};

// A log from elsewhere may count milliseconds or hold anything: beyond the year 9999 there are no labels.
const isDrawable = (time: number): boolean => time >= 0 && time <= lastTime;
