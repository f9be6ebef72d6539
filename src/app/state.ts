import type {Ending} from '../model/ending.ts';
import type {History} from '../model/history.ts';
import type {MetricId} from '../model/metric.ts';
import type {ProcessInfo} from '../model/process-info.ts';
import type {RecordingStatus} from '../model/recording-status.ts';
import type {Relative} from '../model/relative.ts';
import type {SourceInfo} from '../model/source-info.ts';
import type {Statistics} from '../model/statistics.ts';
import type {Target} from '../model/target.ts';

/** Everything the screen shows, and nothing else: the dashboard is a function of this and the size. */
export type State = {
	/** Unix seconds of the newest sample or tick: elapsed times count to here. */
	readonly now: number;
	/** Absent while nothing is watched yet: the picker is all there is. */
	readonly target?: Target;
	/** When the target was found to have ended, and since when it was watched, Unix seconds. */
	readonly ended?: {readonly time: number; readonly watchedSince: number};
	readonly source: SourceInfo;
	/** Why a better source does not read the target, and what would help; one line. */
	readonly hint?: string | undefined;
	/** The command that memtop started, whether or not it is what is watched now. */
	readonly command?: StartedCommand;
	/** The process that the target only waits for; absent while none is known. */
	readonly waitsFor?: Relative | undefined;
	/** Seconds between two samples. */
	readonly interval: number;
	readonly history: History;
	readonly recording: RecordingStatus;
	readonly view: View;
	/** `leaving` asks what is to become of the command; `mark` has the text of a mark typed. */
	readonly overlay: 'none' | 'help' | 'picker' | 'leaving' | 'mark';
	readonly picker: Picker;
	/** Since when gnuplot draws, Unix seconds; absent when it does not. */
	readonly plottingSince?: number;
	readonly notice?: Notice;
	/** What is looked at where it is a log; absent while a process is watched. */
	readonly viewed?: Viewed;
	/** A second recording, to compare with. */
	readonly other?: Compared;
	/** What was read again from the log where memory has only extents. */
	readonly detail?: Detail;
	/** What was last asked to be read again: of this recording, and of the second one. */
	readonly detailAsked?: {readonly own?: Asked | undefined; readonly other?: Asked | undefined};
	/** The highest or lowest value that was gone to, where it is known only to about a block of samples. */
	readonly sought?: Sought;
	/** What was typed so far of the text of a mark, and the moment it is for (Unix seconds), while it is being typed. */
	readonly typedMark?: {readonly text: string; readonly time: number};
};

/** A log that is looked at. */
export type Viewed = {
	/** As it was named, cleaned. */
	readonly path: string;
	/** Which recording of the file is shown, from 1, and how many are known. */
	readonly recording: number;
	readonly recordings: number;
	/** Lines that belong to no log and were skipped, and the number of the first of them, from 1. */
	readonly damaged: number;
	readonly firstDamaged?: number;
	/** What else is to be said of it, short, for example that its stamps are in milliseconds. */
	readonly remarks: readonly string[];
	/** Share that is read, 0 to 1; absent once it is wholly read. */
	readonly progress?: number;
	/** True where the file is read on as it grows. */
	readonly isFollowed: boolean;
};

/** A second recording that is drawn beside the first. */
export type Compared = {
	/** Its file, cleaned. */
	readonly path: string;
	/** Name of the process, or of the file where the log does not say. */
	readonly name: string;
	/** Which recording of its file it is, from 1, and how many are known; absent where there is one. */
	readonly recording?: {readonly number: number; readonly count: number};
	readonly source: SourceInfo;
	readonly history: History;
	readonly detail?: Detail;
};

/** The samples of a part of a recording, one by one. */
export type Detail = {
	/** Unix seconds. */
	readonly from: number;
	readonly to: number;
	readonly history: History;
};

/** A highest or lowest value that is to be found once the samples of its block are read again; Unix seconds. */
export type Sought = {
	readonly id: MetricId;
	readonly which: 'highest' | 'lowest';
	readonly from: number;
	readonly to: number;
};

/** The part of a recording that was asked to be read again, Unix seconds of that recording. */
export type Asked = {
	readonly from: number;
	readonly to: number;
	/** True where it could not be read: nothing more is asked for before the next key. */
	readonly hasFailed?: true;
};

/** A command that memtop started. */
export type StartedCommand = {
	readonly pid: number;
	readonly name: string;
	/** File that takes what it prints. */
	readonly output: string;
	/** True once it was asked to end. */
	readonly isEnding: boolean;
	/** How it ended; absent while it runs. */
	readonly ending?: Ending;
};

/** How the charts are looked at. */
export type View = {
	/** Seconds across a chart, infinite for all there is; absent for what goes with the length of the watch or the log. */
	readonly window?: number;
	/** True where the window only keeps the width it had when the charts ceased to follow, and goes when they do again. */
	readonly isWindowHeld?: boolean;
	/** Unix seconds at the right edge of the charts; absent while they follow the newest sample. */
	readonly edge?: number;
	/** Unix seconds of the sample that the cursor is on; absent while there is no cursor. */
	readonly cursor?: number;
	/** How a second recording lies over the first: both from their starts, or by the clock. */
	readonly align: 'start' | 'clock';
	readonly frozen?: Frozen;
	/** Which chart the keys speak to: 0 in use, 1 system. */
	readonly selected: 0 | 1;
	/** Metric drawn in each chart instead of the source's own. */
	readonly metrics: readonly [MetricId | undefined, MetricId | undefined];
	readonly isZeroBased: boolean;
	/** First line shown of a help page that is taller than the screen. */
	readonly helpOffset: number;
};

/** The view as it was when it was frozen; the recording goes on. */
export type Frozen = {
	/** Unix seconds at the right edge. */
	readonly time: number;
	readonly statistics: ReadonlyMap<MetricId, Readonly<Statistics>>;
	readonly uncertain: History['uncertain'];
};

/** The list of processes to choose from. */
export type Picker = {
	readonly processes: readonly ProcessInfo[];
	/** The tree that is shown instead of all processes; absent where those are. */
	readonly tree?: readonly Relative[];
	/** What was typed: words that must all occur in a row. */
	readonly filter: string;
	/** Index in the filtered rows. */
	readonly selected: number;
};

/** One line for the user, in place of the key line until it is old or a key is pressed. */
export type Notice = {
	readonly text: string;
	readonly tone: 'info' | 'bad';
	/** Unix seconds; absent when it stays until a key is pressed. */
	readonly until?: number;
};
