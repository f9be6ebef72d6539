import type {Range} from './byte-axis.ts';

/** Rows that follow each other and lie in the same column of pixels. */
export type ColumnRun = {
	/** Which column; NaN for rows that are not drawn. */
	readonly column: number;
	readonly start: number;
	/** The row behind the last. */
	readonly end: number;
	/** Unix seconds of the earliest and the latest of them. */
	readonly extent: Range;
};

/** The run that begins at a row of a column of Unix seconds, of which `length` count. */
export const runAt = (
	time: Float64Array,
	{start, length, columnOf}: {start: number; length: number; columnOf: (time: number) => number},
): ColumnRun => {
	let from = time[start] ?? Number.NaN;
	let to = from;
	const column = columnOf(from);
	let end = start + 1;
	for (; end < length; end += 1) {
		const next = time[end] ?? Number.NaN;
		if (columnOf(next) !== column) break;
		if (next > to) to = next;
		else if (next < from) from = next;
	}
	return {column, start, end, extent: {from, to}};
};
