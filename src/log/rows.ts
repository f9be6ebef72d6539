import type {LogEntry} from './interpret.ts';
import type {LoggedSample} from './parse.ts';
import {type LogEnd, type ReadPosition, readLog} from './reader.ts';

/** Some samples of a log that follow each other without anything between them, as columns. */
export type Rows = {
	readonly type: 'rows';
	/** How many samples; at least one. */
	readonly length: number;
	/**
	 * Unix seconds, in use, system (bytes), approximate (0 or 1), then the recording's further columns in their order
	 * (`furtherOf`), NaN where a line has no number. Longer than `length`, and overwritten by the next rows.
	 */
	readonly columns: readonly Float64Array[];
	/** Where the line of the first of them begins, in bytes. */
	readonly offset: number;
};

/** What a log says, its samples as columns. */
export type RowItem = Rows | Exclude<LogEntry, LoggedSample> | LogEnd;

/** How a log is read. */
export type RowOptions = {
	/** The position that an earlier reading of the same file ended at; its beginning if not said. */
	readonly from?: Pick<ReadPosition, 'offset'> & Partial<ReadPosition>;
	/** Bytes: lines that begin at or behind it are not read. */
	readonly until?: number;
	/** False to leave out the further columns. */
	readonly withFurther?: boolean;
	/** Ends the reading early: nothing more is given. */
	readonly signal?: AbortSignal;
};

/** The names of a recording's columns behind the four that all rows have. */
export const furtherOf = (columns: readonly string[]): readonly string[] =>
	columns.filter(name => name !== 'approx');

/**
 * Reads a log as `readLog` does, in bounded memory and many samples at a time. Throws LogError when the file cannot
 * be read.
 */
export async function* readRows(path: string, {from, signal}: RowOptions = {}): AsyncGenerator<RowItem> {
	let further: readonly string[] = [];
	for await (const entry of readLog(path, from)) {
		if (signal?.aborted) return;
		if (entry.type === 'sample') yield rowOf(entry, further);
		else {
			if (entry.type === 'recording' || entry.type === 'stretch') further = furtherOf(entry.columns);
			yield entry;
		}
	}
}

const rowOf = (
	{time, inUse, system, approximate, values}: LoggedSample,
	further: readonly string[],
): Rows => ({
	type: 'rows',
	length: 1,
	columns: [time, inUse, system, approximate ? 1 : 0, ...further.map(name => values[name] ?? Number.NaN)].map(
		value => Float64Array.of(value),
	),
	offset: 0,
});
