import type {RecordingHeader} from '../model/entry.ts';

/** What the two numbers are called by whoever counts them, for example `Go Alloc`, `Go Sys`, `Go 1.19.8`. */
export type SourceLabels = {readonly inUse: string; readonly system: string; readonly source: string};

/** A moment to point out in a picture. */
export type PlotMark = {
	/** Unix seconds. */
	readonly time: number;
	/** A few words; may be empty. */
	readonly label: string;
};

/**
 * A recording, or what memory holds of one, as columns of one length. A row whose value is NaN breaks that curve;
 * one whose time is NaN breaks them all.
 */
export type Recorded = {
	/** Absent for a log of another program. */
	readonly header?: RecordingHeader;
	readonly sourceLabels: SourceLabels;
	/** Unix seconds. */
	readonly time: Float64Array;
	/** Bytes. */
	readonly inUse: Float64Array;
	/** Bytes. */
	readonly system: Float64Array;
	/** Bytes; absent when it is itself one of the two, or was not recorded. */
	readonly rss?: Float64Array;
	readonly marks?: readonly PlotMark[];
};
