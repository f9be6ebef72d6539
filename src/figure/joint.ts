import type {Rows} from '../log/rows.ts';
import type {RecordingHeader} from '../model/entry.ts';

/** What lies between two samples of a recording: whether its curves go on over it. */
export type Joint = {
	/** The log breaks the curves here. */
	readonly open: () => void;
	/** What follows goes on in the same way, only at another pace; or not. */
	readonly continueWith: (isSame: boolean) => void;
	/** Samples follow, under this header: cuts the curves before them unless only the pace is another. */
	readonly close: (rows: Rows, header: RecordingHeader | undefined) => void;
};

/**
 * No samples yet. A header for another interval breaks the curve in the log; with the next sample in time for it nothing
 * is missing.
 */
export const createJoint = (cut: () => void): Joint => {
	let [last, interval] = [Number.NaN, Number.NaN];
	let isOpen = false;
	let isSame: boolean | undefined;
	return {
		open: () => {
			isOpen = true;
		},
		continueWith: same => {
			isOpen = true;
			isSame = same && isSame !== false;
		},
		close: ({columns, length}, header) => {
			const [time] = columns;
			const late = Math.max(interval, header?.interval ?? Number.NaN) * tolerated;
			if (isOpen && !(isSame && (time?.[0] ?? Number.NaN) - last <= late)) cut();
			[isOpen, isSame] = [false, undefined];
			last = time?.[length - 1] ?? Number.NaN;
			interval = header?.interval ?? Number.NaN;
		},
	};
};

// Intervals: a sample that is late is no gap before the next one is due.
const tolerated = 2;
