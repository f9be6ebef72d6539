import {type Series, timeAt} from '../../model/series.ts';

/** Where a search begins, what time it is for (Unix seconds), and about how many samples lie between. */
export type Search = {readonly from: number; readonly time: number; readonly guess: number};

/**
 * Index of the first sample at or after `time`, from index `from` on; `length` when there is none. The search goes out
 * from the guess in ever longer steps: neighbouring columns of a chart hold about as many samples.
 */
export const nextIndex = (series: Series, {from, time, guess}: Search): number => {
	const place = Math.min(series.length, from + guess);
	const isBehind = place > from && timeAt(series, place - 1) >= time;
	return isBehind ? backFrom(series, {from, place: place - 1, time}) : onFrom(series, place, time);
};

const onFrom = (series: Series, place: number, time: number): number => {
	let [low, high, stride] = [place, place, 1];
	while (high < series.length && timeAt(series, high) < time) {
		low = high + 1;
		high = Math.min(series.length, high + stride);
		stride *= 4;
	}
	return bisected(series, {low, high, time});
};

type Back = {readonly from: number; readonly place: number; readonly time: number};

const backFrom = (series: Series, {from, place, time}: Back): number => {
	let [low, high, stride] = [place, place, 1];
	while (low > from && timeAt(series, low) >= time) {
		high = low;
		low = Math.max(from, low - stride);
		stride *= 4;
	}
	return bisected(series, {low, high, time});
};

const bisected = (series: Series, {low, high, time}: {low: number; high: number; time: number}): number => {
	let [first, end] = [low, high];
	while (first < end) {
		const middle = (first + end) >>> 1;
		if (timeAt(series, middle) >= time) end = middle;
		else first = middle + 1;
	}
	return first;
};
