import {
	type Extent,
	extentOf,
	indexAfter,
	indexAt,
	type Series,
	timeAt,
	valueAt,
} from '../../model/series.ts';
import {nextIndex} from './next-index.ts';

/**
 * The horizontal axis of a chart: seconds per dot column, how many there are, and the first one, counted from `origin`,
 * in Unix seconds: 1970 but for a recording that is laid over another one.
 */
export type TimeAxis = {
	readonly first: number;
	readonly step: number;
	readonly columns: number;
	readonly origin: number;
};

/** What the dot columns show: the extent of the samples of each, its first and last, all NaN where it has none. */
export type Columns = {
	readonly length: number;
	/** The last sample before the first column and the first one after the last; undefined where there is none. */
	readonly before: Outside | undefined;
	readonly after: Outside | undefined;
	readonly min: Float64Array;
	readonly max: Float64Array;
	readonly first: Float64Array;
	readonly last: Float64Array;
	readonly firstTime: Float64Array;
	readonly lastTime: Float64Array;
};

/** A sample that is not on the chart: its time (Unix seconds), its value, and its place in columns, a half in their middle. */
export type Outside = {readonly time: number; readonly value: number; readonly place: number};

/**
 * The axis of a chart that ends at `end` (Unix seconds) and spans `window` seconds over `cells` cells of `across` dots.
 * Columns are aligned to absolute time by whole cells: a sample is in the same column of the same glyph for as long
 * as it is on the screen, so nothing shimmers and little is sent when the chart moves on. Up to a
 * cell of the window's left end is not on it.
 */
export const timeAxis = ({end, window, cells, across}: AxisNeeds): TimeAxis => {
	const columns = cells * across;
	const step = window / columns;
	const lastCell = Math.floor(columnOf(end, step) / across);
	return {first: (lastCell - cells + 1) * across, step, columns, origin: 0};
};

/** The axis of a chart that stands still: the window goes from the middle of its first column to that of its last. */
export const stillAxis = ({end, window, cells, across}: AxisNeeds): TimeAxis => {
	const columns = cells * across;
	const step = window / Math.max(1, columns - 1);
	return {first: 0, step, columns, origin: end - window - step / 2};
};

/** What a time axis is made for. */
export type AxisNeeds = {
	readonly end: number;
	readonly window: number;
	readonly cells: number;
	readonly across: number;
};

/** Unix seconds of the left edge of a dot column. */
export const columnTime = ({first, step, origin}: TimeAxis, column: number): number =>
	(first + column) * step + origin;

/** The dot column that holds a time; outside of 0 to `columns - 1` when the time is off the chart. */
export const columnAt = ({first, step, origin}: TimeAxis, time: number): number =>
	columnOf(time - origin, step) - first;

/** The series cut into dot columns, without samples after `until` (Unix seconds); O(columns), whatever its length. */
export const columnsOf = (series: Series, axis: TimeAxis, until = Number.POSITIVE_INFINITY): Columns => {
	const extent = {min: Number.NaN, max: Number.NaN};
	const end = indexAfter(series, until);
	let start = indexAt(series, columnTime(axis, 0));
	const before = outside(series, axis, Math.min(start, end) - 1);
	const columns = emptyColumns(axis.columns);
	let guess = 1;
	for (let column = 0; column < axis.columns && start < end; column += 1) {
		const found = nextIndex(series, {from: start, time: columnTime(axis, column + 1), guess});
		const next = Math.min(end, found);
		if (next > start) fillColumn(columns, column, {series, start, end: next, extent});
		guess = next - start;
		start = next;
	}
	return {...columns, before, after: start < end ? outside(series, axis, start) : undefined};
};

/** Smallest and largest value of a series from `start` up to and with `end`, Unix seconds. */
export const extentBetween = (series: Series, start: number, end: number): Extent =>
	extentOf(series, [indexAt(series, start), indexAfter(series, end)], {min: Number.NaN, max: Number.NaN});

const outside = (series: Series, {first, step, origin}: TimeAxis, index: number): Outside | undefined => {
	if (index < 0) return undefined;
	const time = timeAt(series, index);
	return {time, value: valueAt(series, index), place: (time - origin) / step - first};
};

const emptyColumns = (length: number): Omit<Columns, 'before' | 'after'> => ({
	length,
	min: new Float64Array(length).fill(Number.NaN),
	max: new Float64Array(length).fill(Number.NaN),
	first: new Float64Array(length).fill(Number.NaN),
	last: new Float64Array(length).fill(Number.NaN),
	firstTime: new Float64Array(length).fill(Number.NaN),
	lastTime: new Float64Array(length).fill(Number.NaN),
});

// Counted from the origin whatever the axis. A quotient may be rounded across the edge on which the time lies.
const columnOf = (time: number, step: number): number => {
	const column = Math.floor(time / step);
	if ((column + 1) * step <= time) return column + 1;
	return column * step > time ? column - 1 : column;
};

type Filling = {
	readonly series: Series;
	readonly start: number;
	readonly end: number;
	readonly extent: Extent;
};

const fillColumn = (
	columns: Omit<Columns, 'before' | 'after'>,
	column: number,
	{series, start, end, extent}: Filling,
): void => {
	extentOf(series, [start, end], extent);
	columns.min[column] = extent.min;
	columns.max[column] = extent.max;
	columns.first[column] = valueAt(series, start);
	columns.last[column] = valueAt(series, end - 1);
	columns.firstTime[column] = timeAt(series, start);
	columns.lastTime[column] = timeAt(series, end - 1);
};
