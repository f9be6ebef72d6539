import {type History, isBroken} from './history.ts';
import type {MetricId} from './metric.ts';
import {exactStart, indexAfter, indexAt, type Series, timeAt, valueAt} from './series.ts';

/** What was read in one sample of the past. */
export type ReadingAt = {
	/** Unix seconds of the sample, or of the first of its block where it is not kept itself. */
	readonly time: number;
	/** The number of every metric; of one that is read more slowly the last before. Where only its block is kept, the largest of it. */
	readonly values: ReadonlyMap<MetricId, number>;
	/** Those whose number is only that of a block. */
	readonly coarse: ReadonlySet<MetricId>;
	readonly isApproximate: boolean;
	/** False where the time is only that of a block. */
	readonly isExact: boolean;
};

/** The sample at a time or nearest to it (Unix seconds); undefined while there is none. */
export const readingAt = (history: History, time: number): ReadingAt | undefined => {
	const before = lastUntil(history, time);
	const after = before?.time === time ? undefined : firstFrom(history, time);
	const place = nearest(time, before, after);
	if (!place) return undefined;
	const read = readings(history, place.time);
	return {
		...place,
		values: new Map(read.map(({id, value}) => [id, value])),
		coarse: new Set(read.filter(({isExact}) => !isExact).map(({id}) => id)),
		isApproximate: isApproximateAt(history, place.time),
	};
};

/**
 * The time (Unix seconds) of the next sample after a time with `by` 1, of the one before it with -1; undefined where
 * there is none. Where samples are not kept one by one, that of the next block.
 */
export const neighbourTime = (history: History, time: number, by: 1 | -1): number | undefined =>
	(by === 1
		? best(history, series => indexAfter(series, time), isEarlier)
		: best(history, series => indexAt(series, time) - 1, isLater)
	)?.time;

/** Whether the sample at a time, or the last before it, was approximate: in use or system a best effort or held over. */
export const isApproximateAt = ({approximate}: Pick<History, 'approximate'>, time: number): boolean =>
	valueAt(approximate, indexAfter(approximate, time) - 1) > 0;

type Place = {readonly time: number; readonly isExact: boolean};

// Of all metrics: each may be missing in some samples, and be kept one by one for another time.
const lastUntil = (history: History, time: number): Place | undefined =>
	best(history, series => indexAfter(series, time) - 1, isLater);

const firstFrom = (history: History, time: number): Place | undefined =>
	best(history, series => indexAt(series, time), isEarlier);

type IsBetter = (one: number, other: number) => boolean;

const isLater: IsBetter = (one, other) => one > other;
const isEarlier: IsBetter = (one, other) => one < other;

const best = (
	{series: all}: History,
	indexIn: (series: Series) => number,
	isBetter: IsBetter,
): Place | undefined => {
	let found: Place | undefined;
	for (const series of all.values()) {
		const place = placeOf(series, indexIn(series));
		if (!place) continue;
		const isSame = place.time === found?.time;
		if (!found || isBetter(place.time, found.time) || (isSame && place.isExact)) found = place;
	}
	return found;
};

const placeOf = (series: Series, index: number): Place | undefined =>
	index >= 0 && index < series.length
		? {time: timeAt(series, index), isExact: index >= exactStart(series)}
		: undefined;

const nearest = (time: number, before: Place | undefined, after: Place | undefined): Place | undefined => {
	if (!before || !after) return before ?? after;
	return time - before.time <= after.time - time ? before : after;
};

type Read = {readonly id: MetricId; readonly value: number; readonly isExact: boolean};

const readings = (history: History, time: number): readonly Read[] =>
	[...history.series].flatMap(([id, series]) => {
		const index = indexAfter(series, time) - 1;
		const place = placeOf(series, index);
		// What was read before the curve was broken says nothing of the time after.
		if (!place || isBroken(history, place.time, time)) return [];
		return [{id, value: valueAt(series, index), isExact: place.isExact}];
	});
