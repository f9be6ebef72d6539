import type {RecordingHeader} from '../model/entry.ts';
import {type CurveRows, growingRows} from './curve-rows.ts';
import {type LogEnd, type LogEntry, readLog} from './reader.ts';

/** The samples of one recording as columns; a row of NaN in each of them is where the curve is cut. */
export type RecordedCurve = CurveRows & {
	/** Of its first stretch that was read by the source that it ends with; absent in a log of another program. */
	readonly header?: RecordingHeader;
	/** Samples in it, without the rows that cut the curve. */
	readonly samples: number;
	/** Lines of the whole file that were skipped. */
	readonly damaged: number;
};

/**
 * The last recording of a log that has a sample, from where it is read by the source that it ends with, since the
 * numbers of another mean something else; undefined when there is none. Only one recording at a time is held in memory.
 * Throws LogError when the file cannot be read.
 */
export const newestRecording = async (path: string): Promise<RecordedCurve | undefined> => {
	const newest = newestRows();
	for await (const entry of readLog(path)) newest.take(entry);
	return newest.finish();
};

type LogItem = LogEntry | LogEnd;

const newestRows = () => {
	const rows = growingRows();
	let header: RecordingHeader | undefined;
	let next: {readonly header: RecordingHeader | undefined} | undefined;
	let samples = 0;
	let damaged = 0;
	const takers: {readonly [Type in LogItem['type']]?: (entry: Extract<LogItem, {type: Type}>) => void} = {
		recording: entry => {
			next = entry;
		},
		stretch: entry => {
			if (next || entry.header.source !== header?.source) next = entry;
		},
		break: () => rows.cut(),
		sample: entry => {
			// Only now: one without a sample does not replace the one before it.
			if (next) begin(next);
			rows.add(entry);
			samples += 1;
		},
		fileEnd: ({position}) => {
			damaged = position.damaged;
		},
	};
	return {
		take: (entry: LogItem): void => (takers[entry.type] as ((entry: LogItem) => void) | undefined)?.(entry),
		finish: (): RecordedCurve | undefined =>
			samples === 0 ? undefined : {...rows.finish(), ...(header && {header}), samples, damaged},
	};

	function begin(stretch: {readonly header: RecordingHeader | undefined}): void {
		rows.clear();
		({header, samples, next} = {header: stretch.header, samples: 0, next: undefined});
	}
};
