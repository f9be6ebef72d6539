import type {RecordingHeader} from '../model/entry.ts';
import {type CurveRows, growingRows} from './curve-rows.ts';
import {readLog} from './reader.ts';

/** The samples of one recording as columns; a row of NaN in each of them is where the curve is cut. */
export type RecordedCurve = CurveRows & {
	/** Of its first stretch; absent in a log of another program. */
	readonly header?: RecordingHeader;
	/** Samples in it, without the rows that cut the curve. */
	readonly samples: number;
	/** Lines of the whole file that were skipped. */
	readonly damaged: number;
};

/**
 * The last recording of a log that has a sample; undefined when there is none. Only one recording at a time is held in
 * memory. Throws LogError when the file cannot be read.
 */
export const newestRecording = async (path: string): Promise<RecordedCurve | undefined> => {
	const rows = growingRows();
	let header: RecordingHeader | undefined;
	let next: {readonly header: RecordingHeader | undefined} | undefined;
	let samples = 0;
	let damaged = 0;
	for await (const entry of readLog(path)) {
		if (entry.type === 'recording') next = entry;
		if (entry.type === 'fileEnd') damaged = entry.position.damaged;
		if (entry.type === 'break') rows.cut();
		if (entry.type !== 'sample') continue;
		if (next !== undefined) {
			// Only now: a recording without a sample does not replace the one before it.
			rows.clear();
			({header, samples, next} = {header: next.header, samples: 0, next: undefined});
		}
		rows.add(entry);
		samples += 1;
	}
	return samples === 0 ? undefined : {...rows.finish(), ...(header && {header}), samples, damaged};
};
