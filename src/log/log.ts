import type {Entry} from '../model/entry.ts';

/** A recording being written. Nothing in it throws: what goes wrong is in its status. */
export type Log = {
	/** Writes one thing that happened; a header comes first. */
	readonly write: (entry: Entry) => void;
	/** Cuts the curve, with a `# gap` line if there is a reason to tell, and leaves samples out until `resume`. */
	readonly pause: (reason?: string) => void;
	readonly resume: () => void;
	/** Has the system bring to the disk what was written. */
	readonly flush: () => void;
	/** Writes what is still owed if that is possible now, flushes, and gives the file free. */
	readonly close: () => void;
	readonly status: () => LogStatus;
};

/** How a recording is doing. */
export type LogStatus = {
	/** `failing` tries again each second by itself; `unavailable` never had a file and never will. */
	readonly state: 'recording' | 'paused' | 'failing' | 'unavailable';
	/** The file as it was named or found, not cleaned for the screen; `-` is stdout; absent when unavailable. */
	readonly path?: string;
	/** Samples written. */
	readonly samples: number;
	/** Bytes written in this recording; the file may hold older ones before it. */
	readonly bytes: number;
	/** Samples that could not be written. Those left out in a pause are not among them. */
	readonly lost: number;
	/** Why it is paused, failing or unavailable, in one clause. */
	readonly reason?: string;
	/** What the user should know about the choice of the file, for example why it has another name. */
	readonly notice?: string;
};

/** The log of a recording that has no file to go to. */
export const unavailableLog = (reason: string): Log => ({
	write: () => {},
	pause: () => {},
	resume: () => {},
	flush: () => {},
	close: () => {},
	status: () => ({state: 'unavailable', samples: 0, bytes: 0, lost: 0, reason}),
});
