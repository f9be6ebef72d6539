/** One line of the table: a process, and how far what memtop reads of it is from what the process says itself. */
export type AccuracyRow = {
	readonly target: string;
	readonly inUse: string;
	readonly system: string;
	/** Microseconds that a reading takes, and milliseconds from the wish for the first one to having it. */
	readonly cost: Cost;
	readonly isReached: boolean;
};

/** What it costs to read a process. */
export type Cost = {
	/** Microseconds of a reading: half of them take no longer. */
	readonly reading: number;
	/** Milliseconds to open it, the middle one of five times. */
	readonly opening: number;
	/** Milliseconds that the event loop waited at most while it was opened, the middle one of five times. */
	readonly slice: number;
};
