import type {MetricId} from './metric.ts';
import type {Sample} from './sample.ts';

/** The JSON after `# memtop 1`: what a recording is of. Key names are those of the file. */
export type RecordingHeader = {
	readonly pid: number;
	/** Program name only, cleaned; the command line can hold secrets. */
	readonly name: string;
	/** When the target started, Unix seconds; with `pid` it names one process for ever. Absent where it cannot be known. */
	readonly target_start?: number;
	/** When this stretch began, Unix seconds. */
	readonly recorded: number;
	/** Name of the source, for example `os`, `go`. */
	readonly source: string;
	/** Seconds between two samples. */
	readonly interval: number;
	readonly host: string;
	/** The command line, only when it was asked for. */
	readonly command?: string;
	/** True when this goes on with the recording before it, read by another source. */
	readonly continues?: boolean;
};

/** A column of the log after the first three, and the metric that fills it. */
export type Column = {readonly name: string; readonly metric: MetricId};

/** Something that can be said in a `#` line inside a recording. */
export type Note = {
	readonly type: 'gap' | 'mark' | 'step' | 'end';
	/** Unix seconds. */
	readonly time: number;
	/** What the line's JSON holds besides the time, for example `{reason: 'late', missed: 12}`. */
	readonly details: Readonly<Record<string, string | number | boolean>>;
};

/**
 * One thing that happens in a recording, live or read back.
 * `break` is the blank line that cuts the curve; a `gap` that is a real one and every `step` are followed by it.
 */
export type Entry =
	| {readonly type: 'header'; readonly header: RecordingHeader; readonly columns: readonly Column[]}
	| {readonly type: 'sample'; readonly sample: Sample}
	| Note
	| {readonly type: 'break'};
