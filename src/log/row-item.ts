import type {Context, LogEvent} from './interpret.ts';

/** Some samples of a log that follow each other without anything between them, as columns. */
export type Rows = {
	readonly type: 'rows';
	/** How many samples; at least one, at most 2048. */
	readonly length: number;
	/**
	 * Unix seconds, in use, system (bytes), approximate (0 or 1), then the recording's further columns that are wanted,
	 * in its order (`furtherOf`), NaN where a line has no number. Longer than `length`, and overwritten by the next rows.
	 */
	readonly columns: readonly Float64Array[];
	/** Where the line of the first of them begins, in bytes. */
	readonly offset: number;
};

/** How far a log was read, and all that is needed to read on from there when it has grown. */
export type ReadPosition = {
	/** Where the next line begins, in bytes. */
	readonly offset: number;
	/** Lines before it. */
	readonly line: number;
	/** Lines that belong to no log and were skipped. */
	readonly damaged: number;
	/** Number of the first of them, from 1. */
	readonly firstDamaged?: number;
	/** Samples with a stamp a little before that of the one before, whose time they were given. */
	readonly disordered: number;
	readonly context: Readonly<Context>;
};

/** The last thing of each reading. */
export type LogEnd = {
	readonly type: 'fileEnd';
	readonly position: ReadPosition;
	/** True where a last line without its `\n` lies behind it: it may be only a part of one, and is left out. */
	readonly isUnended?: true;
};

/** What a log says, its samples as columns. */
export type RowItem = Rows | LogEvent | LogEnd;

/** How a log is read. */
export type RowOptions = {
	/** The position that an earlier reading of the same file ended at; its beginning if not said. */
	readonly from?: Pick<ReadPosition, 'offset'> & Partial<ReadPosition>;
	/** Bytes: lines that begin at or behind it are not read. */
	readonly until?: number;
	/** The names of the further columns that are wanted, in any order; all of them if not said. */
	readonly further?: readonly string[];
	/** Ends the reading early: nothing more is given. */
	readonly signal?: AbortSignal;
	/** Told again and again how far it is read, in bytes, whatever is found there; what it gives is waited for. */
	readonly passed?: (offset: number) => Promise<void> | undefined;
};
