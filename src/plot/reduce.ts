/** Points of a curve in drawing order; a NaN in `y` breaks the curve there. */
export type Points = {readonly x: Float64Array; readonly y: Float64Array};

/** How a curve is reduced: to how many pixel columns, over which stretch of x. */
export type Reduction = {
	readonly from: number;
	readonly to: number;
	readonly columns: number;
	/** A curve of no more points than this is left as it is; 10,000 if not said. */
	readonly exactUpTo?: number;
};

/**
 * The points that decide how a line through all of them looks: of every pixel column the first, the lowest, the highest
 * and the last (the M4 aggregation, Jugel and others, VLDB 2014). Breaks between two kept points stay.
 * At most four points and four breaks a column, however many there were.
 */
export const reduceCurve = (points: Points, reduction: Reduction): Points => {
	if (points.x.length <= (reduction.exactUpTo ?? 10_000)) return points;
	const kept = keptRows(points, columnIn(reduction));
	const rows = kept.flatMap((row, index) => {
		const before = kept[index - 1];
		return before !== undefined && hasBreak(points.y, before, row) ? [-1, row] : [row];
	});
	return {x: pick(points.x, rows), y: pick(points.y, rows)};
};

/** Each unbroken stretch as first row and the row after its last. */
export const strokesOf = ({y}: Points): (readonly [number, number])[] => {
	const strokes: (readonly [number, number])[] = [];
	let start = 0;
	for (let row = 0; row <= y.length; row += 1) {
		if (row < y.length && !Number.isNaN(y[row])) continue;
		if (row > start) strokes.push([start, row]);
		start = row + 1;
	}
	return strokes;
};

// The column whose middle is nearest, as a renderer rounds.
const columnIn = ({from, to, columns}: Reduction): ((x: number) => number) => {
	const scale = to > from ? (columns - 1) / (to - from) : 0;
	return x => Math.floor((x - from) * scale + 0.5);
};

const keptRows = (points: Points, columnOf: (x: number) => number): number[] => {
	const kept: number[] = [];
	for (let row = 0; row < points.y.length; ) {
		const end = endOfColumn(points, row, columnOf);
		kept.push(...extremes(points.y, row, end));
		row = end;
	}
	return kept;
};

// Rows without a value stay with the column before them.
const endOfColumn = ({x, y}: Points, start: number, columnOf: (x: number) => number): number => {
	let column: number | undefined;
	for (let row = start; row < y.length; row += 1) {
		if (Number.isNaN(y[row])) continue;
		const own = columnOf(x[row] ?? Number.NaN);
		if (own !== (column ?? own)) return row;
		column = own;
	}
	return y.length;
};

const extremes = (y: Float64Array, start: number, end: number): Set<number> => {
	let [first, lowest, highest, last] = [-1, -1, -1, -1];
	for (let row = start; row < end; row += 1) {
		const value = y[row] ?? Number.NaN;
		if (Number.isNaN(value)) continue;
		if (first < 0) [first, lowest, highest] = [row, row, row];
		if (value < (y[lowest] ?? value)) lowest = row;
		if (value > (y[highest] ?? value)) highest = row;
		last = row;
	}
	return new Set(first < 0 ? [] : [first, lowest, highest, last].sort((a, b) => a - b));
};

const hasBreak = (y: Float64Array, after: number, before: number): boolean => {
	for (let row = after + 1; row < before; row += 1) if (Number.isNaN(y[row])) return true;
	return false;
};

const pick = (column: Float64Array, rows: readonly number[]): Float64Array =>
	Float64Array.from(rows, row => column[row] ?? Number.NaN);
