import {type History, isBroken} from '../../model/history.ts';
import type {Columns} from './columns.ts';

/** Per dot column, the lowest and highest value the line passes through; NaN where there is no line. */
export type Curve = {readonly low: Float64Array; readonly high: Float64Array};

/**
 * The line through the columns: within a column from its minimum to its maximum, between columns straight from the
 * last sample of one to the first of the next, and broken where a break (ascending Unix seconds) lies between.
 */
export const curveOf = (columns: Columns, breaks: History['breaks']): Curve => {
	const curve = {low: columns.min.slice(), high: columns.max.slice()};
	let before = -1;
	for (let at = 0; at < columns.length; at += 1) {
		if (Number.isNaN(columns.min[at])) continue;
		const [left, right] = [columns.lastTime[before] ?? Number.NaN, columns.firstTime[at] ?? Number.NaN];
		if (before >= 0 && !isBroken({breaks}, left, right)) join(curve, columns, {before, at});
		before = at;
	}
	return curve;
};

/** Two columns that hold samples, with none between them. */
type Neighbours = {readonly before: number; readonly at: number};

// Each column takes its part of the straight line, so that a steep one has no holes.
const join = (curve: Curve, {last, first}: Columns, {before, at}: Neighbours): void => {
	const [left, right] = [last[before] ?? 0, first[at] ?? 0];
	const edge = (column: number): number => {
		const share = (column - before) / (at - before);
		return left * (1 - share) + right * share;
	};
	for (let column = before; column <= at; column += 1) {
		if (column > before) widen(curve, column, edge(column - 0.5));
		if (column < at) widen(curve, column, edge(column + 0.5));
	}
};

const widen = ({low, high}: Curve, column: number, value: number): void => {
	// Written so that a missing bound (NaN) is replaced too.
	if (!((low[column] ?? Number.NaN) <= value)) low[column] = value;
	if (!((high[column] ?? Number.NaN) >= value)) high[column] = value;
};
