import {type History, isBroken} from '../../model/history.ts';
import type {Columns, Outside} from './columns.ts';

/** Per dot column, the lowest and highest value the line passes through; NaN where there is no line. */
export type Curve = {readonly low: Float64Array; readonly high: Float64Array};

/**
 * The line through the columns: within a column from its minimum to its maximum, between columns straight from the
 * last sample of one to the first of the next, from the last sample before the chart, to the first one after it, and
 * broken where a break (ascending Unix seconds) lies between.
 */
export const curveOf = (columns: Columns, breaks: History['breaks']): Curve => {
	const curve = {low: columns.min.slice(), high: columns.max.slice()};
	let before = columns.before && end(columns.before);
	const joinTo = (next: End): void => {
		if (before && !isBroken({breaks}, before.time, next.time)) join(curve, before, next);
	};
	for (let at = 0; at < columns.length; at += 1) {
		if (Number.isNaN(columns.min[at])) continue;
		joinTo({time: columns.firstTime[at] ?? 0, value: columns.first[at] ?? 0, column: at});
		before = {time: columns.lastTime[at] ?? 0, value: columns.last[at] ?? 0, column: at};
	}
	if (columns.after) joinTo(end(columns.after));
	return curve;
};

/** Where a piece of line ends: a sample, and its column, which outside of the chart has a fraction. */
type End = {readonly time: number; readonly value: number; readonly column: number};

const end = ({time, value, place}: Outside): End => ({time, value, column: place - 0.5});

// Each column takes its part of the straight line, so that a steep one has no holes.
const join = (curve: Curve, left: End, right: End): void => {
	const distance = right.column - left.column;
	const valueAt = (place: number): number => {
		const share = distance > 0 ? (place - left.column) / distance : 0;
		return left.value * (1 - share) + right.value * share;
	};
	const first = Math.max(0, Math.round(left.column));
	const last = Math.min(curve.low.length - 1, Math.round(right.column));
	for (let column = first; column <= last; column += 1) {
		if (column - 0.5 > left.column) widen(curve, column, valueAt(column - 0.5));
		if (column + 0.5 < right.column) widen(curve, column, valueAt(column + 0.5));
	}
};

const widen = ({low, high}: Curve, column: number, value: number): void => {
	// Written so that a missing bound (NaN) is replaced too.
	if (!((low[column] ?? Number.NaN) <= value)) low[column] = value;
	if (!((high[column] ?? Number.NaN) >= value)) high[column] = value;
};
