import type {DatedSample} from '../interpret.ts';
import {approximateColumn} from '../parse.ts';
import type {Rows} from '../row-item.ts';

/** Rows being filled; what the columns mean is in `Rows`. */
export type Batch = {
	/** All that were ever needed, each of `batchRows` numbers; those that a recording has come first. */
	readonly columns: Float64Array[];
	/** How many of them this recording has. */
	width: number;
	/** For each column of the log: which of `columns` its numbers go to, or `skipped`. */
	targets: Int32Array;
	/** True for a log without names, in which only the first three columns mean something. */
	isPlain: boolean;
	length: number;
	offset: number;
};

/** The most rows that are given at once. */
export const batchRows = 4096;

/** The target of a column that is not wanted. */
export const skipped = -1;

/** Which of the columns tells whether the numbers are approximate. */
export const approximateTarget = 3;

/** A batch for a plain log, without rows. */
export const emptyBatch = (): Batch => {
	const batch: Batch = {
		columns: [],
		width: 0,
		targets: new Int32Array(0),
		isPlain: true,
		length: 0,
		offset: 0,
	};
	layOut(batch, {columns: undefined, withFurther: true});
	return batch;
};

/** The names of a recording's columns behind the four that all rows have. */
export const furtherOf = (columns: readonly string[]): readonly string[] =>
	columns.filter(name => name !== approximateColumn);

/** The columns of a log behind the first three, if it names them, and whether they are wanted. */
export type Layout = {readonly columns: readonly string[] | undefined; readonly withFurther: boolean};

/** Prepares an empty batch for a recording with these columns, in place. */
export const layOut = (batch: Batch, {columns, withFurther}: Layout): void => {
	let next = firstFurther;
	const further = (columns ?? []).map(name => {
		if (name === approximateColumn) return approximateTarget;
		return withFurther ? next++ : skipped;
	});
	batch.isPlain = columns === undefined;
	batch.targets = Int32Array.of(0, 1, 2, ...further);
	batch.width = next;
	while (batch.columns.length < next) batch.columns.push(new Float64Array(batchRows));
	// Where no column of the log says so, nothing is approximate.
	batch.columns[approximateTarget]?.fill(0);
};

/** Adds a sample whose line begins at the offset, in place. */
export const addSample = (batch: Batch, sample: DatedSample, offset: number): void => {
	const {time, inUse, system, approximate, further} = sample;
	const numbers = [time, inUse, system, Number(approximate), ...further];
	if (batch.length === 0) batch.offset = offset;
	for (let index = 0; index < batch.width; index += 1) {
		const column = batch.columns[index];
		if (column) column[batch.length] = numbers[index] ?? Number.NaN;
	}
	batch.length += 1;
};

/** The rows of a batch, which is empty then. */
export const takeRows = (batch: Batch): Rows => {
	const {length, offset} = batch;
	batch.length = 0;
	return {type: 'rows', length, offset, columns: batch.columns.slice(0, batch.width)};
};

const firstFurther = 4;
