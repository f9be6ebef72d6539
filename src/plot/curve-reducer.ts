import {growingPoints} from './growing-points.ts';
import type {Points} from './points.ts';

/** Rows of some columns that lie in the same column of pixels. */
export type Run = {
	readonly time: Float64Array;
	/** Subtracted from the time to get x. */
	readonly shift: number;
	/** Which column of pixels. */
	readonly column: number;
	readonly start: number;
	/** The row behind the last. */
	readonly end: number;
	/** How many rows came before row 0. */
	readonly before: number;
};

/** The points that are left of a curve. */
export type ReducedCurve = Points & {
	/** The highest value in the range of the columns; 0 when there is none above. */
	readonly highest: number;
};

/** Reduces a curve while it is read. */
export type CurveReducer = {
	readonly add: (run: Run, values: Float64Array) => void;
	/** Breaks the curve behind what was added. */
	readonly cut: () => void;
	readonly finish: () => ReducedCurve;
};

/**
 * Keeps the points that decide how a line through all of them looks: of every pixel column the first, the lowest, the
 * highest and the last (the M4 aggregation, Jugel and others, VLDB 2014), and of every stroke between two breaks too.
 * A NaN breaks the curve. Needs memory for the columns (of which there are `count`), however many rows there are: of
 * more than 32 strokes inside one column the rest is drawn as one.
 */
export const curveReducer = (count: number): CurveReducer => {
	const points = growingPoints(Math.max(2 ** 18, 16 * count));
	let kept: Kept | undefined;
	let strokes = 0;
	let lastColumn = Number.NaN;
	let isCut = false;
	let highest = 0;
	const flush = (): void => {
		if (!kept) return;
		if (kept.isAfterCut) points.push(kept.first.x, Number.NaN);
		for (const {x, y} of inOrder(kept)) points.push(x, y);
		if (kept.column >= 0 && kept.column < count) highest = Math.max(highest, finite(kept.highest.y));
		kept = undefined;
	};
	const cut = (): void => {
		if (!kept) return;
		if (strokes < mostStrokes) flush();
		isCut = true;
	};
	const take = (column: number, stroke: Stroke): void => {
		if (kept?.column === column) {
			merge(kept, stroke);
			isCut = false;
			return;
		}
		flush();
		strokes = lastColumn === column ? strokes + 1 : 1;
		lastColumn = column;
		kept = {column, isAfterCut: isCut, ...stroke};
		isCut = false;
	};
	return {
		add: (run, values) => {
			for (let row = run.start; row < run.end; ) {
				if (Number.isNaN(values[row])) {
					cut();
					row += 1;
				} else row = takeStroke(run, values, {row, take});
			}
		},
		cut,
		finish: () => {
			flush();
			return {...points.finish(), highest};
		},
	};
};

type Point = {readonly x: number; readonly y: number; readonly row: number};

type Stroke = {first: Point; lowest: Point; highest: Point; last: Point};

type Kept = Stroke & {readonly column: number; readonly isAfterCut: boolean};

type Taking = {readonly row: number; readonly take: (column: number, stroke: Stroke) => void};

// The loop that sees every sample.
const takeStroke = (run: Run, values: Float64Array, {row, take}: Taking): number => {
	const {end} = run;
	let [lowest, highest, next] = [row, row, row + 1];
	let low = values[row] ?? Number.NaN;
	let high = low;
	for (; next < end; next += 1) {
		const value = values[next] ?? Number.NaN;
		if (value < low) {
			low = value;
			lowest = next;
		} else if (value > high) {
			high = value;
			highest = next;
		} else if (Number.isNaN(value)) break;
	}
	const at = (index: number): Point => pointAt(run, values, index);
	take(run.column, {first: at(row), lowest: at(lowest), highest: at(highest), last: at(next - 1)});
	return next;
};

const pointAt = ({time, shift, before}: Run, values: Float64Array, row: number): Point => ({
	x: (time[row] ?? Number.NaN) - shift,
	y: values[row] ?? Number.NaN,
	row: before + row,
});

const merge = (kept: Stroke, {lowest, highest, last}: Stroke): void => {
	if (lowest.y < kept.lowest.y) kept.lowest = lowest;
	if (highest.y > kept.highest.y) kept.highest = highest;
	kept.last = last;
};

const inOrder = ({first, lowest, highest, last}: Stroke): Point[] => {
	const middle = lowest.row < highest.row ? [lowest, highest] : [highest, lowest];
	return [first, ...middle, last].filter((point, index, all) => point.row !== all[index - 1]?.row);
};

const finite = (value: number): number => (Number.isFinite(value) ? value : 0);

const mostStrokes = 32;
