import type {RecordingHeader} from '../model/entry.ts';
import type {ReducedCurves} from './recording-reducer.ts';

/** What the two numbers are called by whoever counts them, for example `Go Alloc`, `Go Sys`, `Go 1.19.8`. */
export type SourceLabels = {readonly inUse: string; readonly system: string; readonly source: string};

/** A moment to point out in a picture. */
export type PlotMark = {
	/** Unix seconds. */
	readonly time: number;
	/** A few words; may be empty. */
	readonly label: string;
};

/** A recording, or what memory holds of one, reduced to what a picture shows of it. */
export type Recorded = ReducedCurves & {
	/** Absent for a log of another program. */
	readonly header?: RecordingHeader | undefined;
	/** What it is called where it has no header: the name of its file. */
	readonly name: string;
	readonly sourceLabels: SourceLabels;
	/** False where RSS is itself one of the two. */
	readonly hasRssApart: boolean;
	readonly marks: readonly PlotMark[];
};
