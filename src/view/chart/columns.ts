import {
	type Extent,
	extentOf,
	indexAfter,
	indexAt,
	type Series,
	timeAt,
	valueAt,
} from '../../model/series.ts';

/** The horizontal axis of a chart: seconds per dot column, how many there are, and the first one, counted from 1970. */
export type TimeAxis = {readonly first: number; readonly step: number; readonly columns: number};

/** What a dot column shows: the extent of its samples, its first and last, all NaN where it has none. */
export type Column = Extent & {first: number; last: number; firstTime: number; lastTime: number};

/**
 * The axis of a chart that ends at `end` (Unix seconds) and spans `window` seconds over `cells` cells of `across` dots.
 * Columns are aligned to absolute time by whole cells: a sample is in the same column of the same glyph for as long
 * as it is on the screen, so nothing shimmers and little is sent when the chart moves on.
 */
export const timeAxis = ({end, window, cells, across}: AxisNeeds): TimeAxis => {
	const columns = cells * across;
	const step = window / columns;
	const lastCell = Math.floor(columnOf(end, step) / across);
	return {first: (lastCell - cells + 1) * across, step, columns};
};

/** What a time axis is made for. */
export type AxisNeeds = {
	readonly end: number;
	readonly window: number;
	readonly cells: number;
	readonly across: number;
};

/** Unix seconds of the left edge of a dot column. */
export const columnTime = ({first, step}: TimeAxis, column: number): number => (first + column) * step;

/** The dot column that holds a time; outside of 0 to `columns - 1` when the time is off the chart. */
export const columnAt = ({first, step}: TimeAxis, time: number): number => columnOf(time, step) - first;

/** The series cut into dot columns, without samples after `until` (Unix seconds); O(columns), whatever its length. */
export const columnsOf = (
	series: Series,
	axis: TimeAxis,
	until = Number.POSITIVE_INFINITY,
): readonly Column[] => {
	let from = indexAt(series, columnTime(axis, 0));
	const last = indexAfter(series, until);
	return Array.from({length: axis.columns}, (_, column) => {
		const to = Math.min(last, nextIndex(series, {from, time: columnTime(axis, column + 1)}));
		const cut = columnFrom(series, from, to);
		from = to;
		return cut;
	});
};

/** Smallest and largest value of a series from `start` up to and with `end`, Unix seconds. */
export const extentBetween = (series: Series, start: number, end: number): Extent =>
	extentOf(series, [indexAt(series, start), indexAfter(series, end)], {min: Number.NaN, max: Number.NaN});

// Counted from 1970 whatever the axis. A quotient may be rounded across the edge on which the time lies.
const columnOf = (time: number, step: number): number => {
	const column = Math.floor(time / step);
	if ((column + 1) * step <= time) return column + 1;
	return column * step > time ? column - 1 : column;
};

// Most columns end within a few samples; only a wide one is worth a search.
const nextIndex = (series: Series, {from, time}: {from: number; time: number}): number => {
	let index = from;
	for (let tries = 0; tries < 8; tries += 1) {
		if (index >= series.length || timeAt(series, index) >= time) return index;
		index += 1;
	}
	return indexAt(series, time);
};

const columnFrom = (series: Series, from: number, to: number): Column => {
	const column = {...empty};
	if (to <= from) return column;
	extentOf(series, [from, to], column);
	column.first = valueAt(series, from);
	column.last = valueAt(series, to - 1);
	column.firstTime = timeAt(series, from);
	column.lastTime = timeAt(series, to - 1);
	return column;
};

const nothing = Number.NaN;
const empty: Column = {
	min: nothing,
	max: nothing,
	first: nothing,
	last: nothing,
	firstTime: nothing,
	lastTime: nothing,
};
