/** A process as the picker lists it. */
export type ProcessInfo = {
	readonly pid: number;
	/** Program name, cleaned. */
	readonly name: string;
	/** Owner's login name or number; absent where it cannot be known. */
	readonly user?: string;
	/** Resident bytes. */
	readonly rss: number;
	/** Command line, cleaned; the name where there is none. */
	readonly command: string;
	/** Unix seconds; absent where the system does not tell. */
	readonly startTime?: number;
};
