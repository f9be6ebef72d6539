import type {Column} from './columns.ts';

/** Per dot column, the lowest and highest value the line passes through; NaN where there is no line. */
export type Curve = {readonly low: Float64Array; readonly high: Float64Array};

/**
 * The line through the columns: within a column from its minimum to its maximum, between columns straight from the
 * last sample of one to the first of the next, and broken where a break (ascending Unix seconds) lies between.
 */
export const curveOf = (columns: readonly Column[], breaks: readonly number[]): Curve => {
	const curve = {
		low: new Float64Array(columns.length).fill(Number.NaN),
		high: new Float64Array(columns.length).fill(Number.NaN),
	};
	let before = -1;
	columns.forEach((column, at) => {
		if (Number.isNaN(column.min)) return;
		widen(curve, at, column.min);
		widen(curve, at, column.max);
		if (before >= 0) join(curve, {columns, before, at, breaks});
		before = at;
	});
	return curve;
};

type Join = {
	readonly columns: readonly Column[];
	readonly before: number;
	readonly at: number;
	readonly breaks: readonly number[];
};

const join = (curve: Curve, {columns, before, at, breaks}: Join): void => {
	const [left, right] = [columns[before], columns[at]];
	if (!left || !right || isBroken(breaks, left.lastTime, right.firstTime)) return;
	// Each column takes its part of the straight line, so that a steep one has no holes.
	for (let column = before; column <= at; column += 1) {
		if (column > before) widen(curve, column, edge(column - 0.5));
		if (column < at) widen(curve, column, edge(column + 0.5));
	}
	function edge(column: number): number {
		const share = (column - before) / (at - before);
		return (left?.last ?? 0) * (1 - share) + (right?.first ?? 0) * share;
	}
};

const widen = ({low, high}: Curve, column: number, value: number): void => {
	// Written so that a missing bound (NaN) is replaced too.
	if (!((low[column] ?? Number.NaN) <= value)) low[column] = value;
	if (!((high[column] ?? Number.NaN) >= value)) high[column] = value;
};

const isBroken = (breaks: readonly number[], after: number, until: number): boolean => {
	let low = 0;
	let high = breaks.length;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if ((breaks[middle] ?? 0) <= after) low = middle + 1;
		else high = middle;
	}
	return (breaks[low] ?? Number.POSITIVE_INFINITY) <= until;
};
