import type {Entry} from '../model/entry.ts';
import type {RecordingStatus} from '../model/recording-status.ts';

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

/** How a recording is doing; its path is as it was named or found, not cleaned for the screen. */
export type LogStatus = RecordingStatus;

/** The log of a recording that has no file to go to. */
export const unavailableLog = (reason: string): Log => ({
	write: () => {},
	pause: () => {},
	resume: () => {},
	flush: () => {},
	close: () => {},
	status: () => ({state: 'unavailable', samples: 0, bytes: 0, lost: 0, reason}),
});
