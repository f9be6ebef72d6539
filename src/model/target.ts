/** The process watched: a pid and when it started, never a pid alone. */
export type Target = {
	readonly pid: number;
	/** Program name, cleaned. */
	readonly name: string;
	/** Owner's login name, or the number where it has none; absent where it cannot be known. */
	readonly user?: string;
	/** Unix seconds; absent where the system does not tell. */
	readonly startTime?: number;
	/** Full command line, cleaned; shown on the screen, written to the log only when asked for. */
	readonly command?: string;
};
