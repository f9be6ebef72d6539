/** One line of the table: what was measured, what is to be reached, and what came out. */
export type Row = {
	readonly what: string;
	readonly reach: string;
	readonly measured: string;
	readonly isReached: boolean;
};

/** One or more rows that are measured together, by the name they have on the command line. */
export type Benchmark = {readonly name: string; readonly run: () => Promise<readonly Row[]>};
