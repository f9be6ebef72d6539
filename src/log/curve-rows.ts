import type {LoggedSample} from './reader.ts';

/** A curve as columns of equal length. */
export type CurveRows = {
	/** Unix seconds. */
	readonly time: Float64Array;
	/** Bytes. */
	readonly inUse: Float64Array;
	/** Bytes. */
	readonly system: Float64Array;
	/** Bytes; NaN where the log has none. */
	readonly rss: Float64Array;
};

/** Columns that grow by a row at a time. */
export type GrowingRows = {
	readonly add: (sample: LoggedSample) => void;
	/** Adds a row of NaN behind a sample, where the curve is cut. */
	readonly cut: () => void;
	readonly clear: () => void;
	/** The columns so far, in arrays of just their length. */
	readonly finish: () => CurveRows;
};

/** Columns without a row yet. */
export const growingRows = (): GrowingRows => {
	let rows = new Float64Array(1024 * width);
	let length = 0;
	let isCut = true;
	const push = (row: readonly number[]): void => {
		if (length === rows.length) rows = enlarge(rows);
		rows.set(row, length);
		length += width;
	};
	return {
		add: ({time, inUse, system, values}) => {
			push([time, inUse, system, values.rss ?? Number.NaN]);
			isCut = false;
		},
		cut: () => {
			if (!isCut) push(cutRow);
			isCut = true;
		},
		clear: () => {
			length = 0;
			isCut = true;
		},
		finish: () => toColumns(rows, isCut ? length - width : length),
	};
};

const width = 4;

const cutRow = new Array<number>(width).fill(Number.NaN);

const enlarge = (rows: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
	const larger = new Float64Array(rows.length * 2);
	larger.set(rows);
	return larger;
};

// A cut behind the last sample cuts nothing, so it is left out by the length given.
const toColumns = (rows: Float64Array, length: number): CurveRows => {
	const column = (index: number): Float64Array =>
		Float64Array.from(
			{length: Math.max(0, length) / width},
			(_, row) => rows[row * width + index] ?? Number.NaN,
		);
	return {time: column(0), inUse: column(1), system: column(2), rss: column(3)};
};
