import type {DatedSample} from '../interpret.ts';
import {approximateColumn} from '../parse.ts';
import type {Rows} from '../row-item.ts';

/** Rows being filled; what the columns mean is in `Rows`. */
export type Batch = {
	/** The numbers of one column after the other, `batchRows` of each. */
	numbers: Float64Array;
	/** The columns in them that this recording has. */
	columns: readonly Float64Array[];
	/** For each column of the log: where in `numbers` its column begins, or `skipped`. */
	starts: Int32Array;
	/** Which of a sample's further numbers are wanted. */
	further: readonly number[];
	/** True for a log without names, in which only the first three columns mean something. */
	isPlain: boolean;
	length: number;
	offset: number;
};

/** The most rows that are given at once. */
export const batchRows = 2048;

/** Where a column begins that is not wanted. */
export const skipped = -1;

/** Where the column begins that tells whether the numbers are approximate. */
export const approximateStart = 3 * batchRows;

/** A batch for a plain log, without rows. */
export const emptyBatch = (): Batch => {
	const batch: Batch = {
		numbers: new Float64Array(0),
		columns: [],
		starts: new Int32Array(0),
		further: [],
		isPlain: true,
		length: 0,
		offset: 0,
	};
	layOut(batch, {columns: undefined});
	return batch;
};

/** The names of a recording's columns behind the four that all rows have; only `wanted` ones, if said. */
export const furtherOf = (columns: readonly string[], wanted?: readonly string[]): readonly string[] =>
	columns.filter(name => name !== approximateColumn && (wanted?.includes(name) ?? true));

/** The columns of a log behind the first three, if it names them, and which of them are wanted, if not all. */
export type Layout = {
	readonly columns: readonly string[] | undefined;
	readonly wanted?: readonly string[] | undefined;
};

/** Prepares an empty batch for a recording with these columns, in place. */
export const layOut = (batch: Batch, {columns, wanted}: Layout): void => {
	const isWanted = (name: string): boolean => wanted?.includes(name) ?? true;
	let width = firstFurther;
	const behind = (columns ?? []).map(name => {
		if (name === approximateColumn) return approximateStart;
		return isWanted(name) ? batchRows * width++ : skipped;
	});
	batch.isPlain = columns === undefined;
	batch.starts = Int32Array.of(0, batchRows, 2 * batchRows, ...behind);
	batch.further = furtherOf(columns ?? []).flatMap((name, index) => (isWanted(name) ? [index] : []));
	if (batch.numbers.length < width * batchRows) batch.numbers = new Float64Array(width * batchRows);
	batch.columns = Array.from({length: width}, (_, index) =>
		batch.numbers.subarray(index * batchRows, (index + 1) * batchRows),
	);
	// Where no column of the log says so, nothing is approximate.
	batch.columns[3]?.fill(0);
};

/** Adds a sample whose line begins at the offset, in place. */
export const addSample = (batch: Batch, sample: DatedSample, offset: number): void => {
	const {time, inUse, system, approximate, further} = sample;
	const wanted = batch.further.map(index => further[index] ?? Number.NaN);
	const numbers = [time, inUse, system, Number(approximate), ...wanted];
	if (batch.length === 0) batch.offset = offset;
	for (const [index, column] of batch.columns.entries()) column[batch.length] = numbers[index] ?? Number.NaN;
	batch.length += 1;
};

/** The rows of a batch, which is empty then. */
export const takeRows = (batch: Batch): Rows => {
	const {length, offset, columns} = batch;
	batch.length = 0;
	return {type: 'rows', length, offset, columns};
};

const firstFurther = 4;
