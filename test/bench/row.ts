import type {Turns} from './turns.ts';

/** One line of the table: what was measured, what is to be reached, and what came out. */
export type Row = {
	readonly what: string;
	readonly reach: string;
	readonly measured: string;
	readonly isReached: boolean;
};

/**
 * One or more rows that are measured together, by the name they have on the command line. All are started at once:
 * each measures in its turn, and what has to run for long before it is steady does so meanwhile.
 */
export type Benchmark = {
	readonly name: string;
	readonly run: (turns: Turns) => Promise<readonly Row[]>;
};
