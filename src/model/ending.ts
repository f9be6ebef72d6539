/** How a process that memtop started came to its end. */
export type Ending = {
	/** Exit status; as a shell reports it, 128 and the signal's number, where a signal ended it. */
	readonly status: number;
	/** The signal that ended it, for example `SIGKILL`; absent where it ended by itself. */
	readonly signal?: string;
};

/** How it ended, as part of a sentence: `with status 3`, `by SIGKILL`. */
export const endingText = ({status, signal}: Ending): string =>
	signal === undefined ? `with status ${status}` : `by ${signal}`;
