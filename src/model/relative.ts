/** A process of a tree: the one at its root, or one that was started by another in it. */
export type Relative = {
	readonly pid: number;
	/** Program name, cleaned. */
	readonly name: string;
	/** Steps from the root, which has 0. */
	readonly depth: number;
	/** Unix seconds; with the pid it names one process for ever. */
	readonly startTime: number;
	/** Resident bytes, as a rough count. */
	readonly rss: number;
	/** Milliseconds of CPU that it has used since it started. */
	readonly cpuTime: number;
};
