import type {Ending} from '../model/ending.ts';
import type {History} from '../model/history.ts';
import type {Landmark} from '../model/landmark.ts';
import type {ProcessInfo} from '../model/process-info.ts';
import type {RecordingStatus} from '../model/recording-status.ts';
import type {Relative} from '../model/relative.ts';
import type {Sample} from '../model/sample.ts';
import type {SourceInfo} from '../model/source-info.ts';
import type {Target} from '../model/target.ts';
import type {Compared, Detail, Notice, StartedCommand, Viewed} from './state.ts';

/** Something that happened: in the target, outside, or under the user's fingers. */
export type Action = OutsideAction | KeyAction;

/** What the world did. */
export type OutsideAction =
	| {readonly type: 'opened'; readonly target: Target; readonly source: SourceInfo; readonly interval: number}
	| {readonly type: 'sourceSwitched'; readonly source: SourceInfo; readonly hint: string | undefined}
	| {readonly type: 'sampled'; readonly sample: Sample; readonly recording: RecordingStatus}
	/** The process executes another program, under the names of this target. */
	| {readonly type: 'executed'; readonly target: Target}
	| {readonly type: 'commandStarted'; readonly command: StartedCommand}
	| {readonly type: 'commandEnded'; readonly ending: Ending}
	| {readonly type: 'broken'}
	| {readonly type: 'ended'; readonly time: number}
	| {readonly type: 'ticked'; readonly time: number}
	| {readonly type: 'recordingChanged'; readonly recording: RecordingStatus}
	| {readonly type: 'intervalChanged'; readonly seconds: number}
	/** `tree` where the list is one of a tree. */
	| {
			readonly type: 'processesListed';
			readonly processes: readonly ProcessInfo[];
			readonly tree?: readonly Relative[];
	  }
	/** The process that the target only waits for, or that there is none. */
	| {readonly type: 'waitingFound'; readonly relative: Relative | undefined}
	| {readonly type: 'plotEnded'; readonly notice: Notice}
	/** Something worth going back to happened; it is in the log where one is written. */
	| {readonly type: 'passed'; readonly landmark: Landmark}
	/** Of a log, more was read: the history in it is that which the state holds, or a new one for another recording. */
	| {readonly type: 'viewRead'; readonly viewed: Viewed; readonly recording: ViewedRecording}
	| {readonly type: 'otherRead'; readonly other: Compared}
	/** `isOther` where it is of the second recording. */
	| {readonly type: 'detailRead'; readonly detail: Detail; readonly isOther: boolean}
	/** What was asked for from one time to another cannot be read again. */
	| {readonly type: 'detailFailed'; readonly from: number; readonly to: number; readonly isOther: boolean}
	| {readonly type: 'noticed'; readonly notice: Notice};

/** The recording of a log that is shown, as far as it is read. */
export type ViewedRecording = {
	readonly target: Target;
	/** The source of its last stretch. */
	readonly source: SourceInfo;
	/** Seconds between samples. */
	readonly interval: number;
	readonly history: History;
};

/** What a key asked for. */
export type KeyAction =
	| {readonly type: 'quitAsked'}
	/** The command is to go on, memtop is not. */
	| {readonly type: 'commandLeft'}
	| {readonly type: 'commandEndAsked'}
	| {readonly type: 'leavingCancelled'}
	| {readonly type: 'helpToggled'}
	/** `from` is where the page was seen to end, if it was moved past that: the state does not know. */
	| {readonly type: 'helpScrolled'; readonly by: number; readonly from?: number}
	| {readonly type: 'recordingToggled'}
	| {readonly type: 'plotAsked'}
	| {readonly type: 'freezeToggled'}
	| {readonly type: 'zoomed'; readonly by: -1 | 1}
	| {readonly type: 'zoomReset'}
	| {readonly type: 'chartSelected'}
	| {readonly type: 'metricCycled'}
	| {readonly type: 'zeroToggled'}
	| {readonly type: 'sourceCycled'}
	| {readonly type: 'pickerOpened'}
	| {readonly type: 'descendantsAsked'}
	| {readonly type: 'pickerClosed'}
	| {readonly type: 'pickerTyped'; readonly text: string}
	| {readonly type: 'pickerErased'}
	| {readonly type: 'pickerMoved'; readonly by: number}
	| {readonly type: 'pickerChosen'}
	| {readonly type: 'intervalStepped'; readonly by: -1 | 1}
	/** By dot columns of the charts, which are `seconds` wide, but at least to the next sample. */
	| {readonly type: 'cursorMoved'; readonly by: number}
	| {readonly type: 'cursorDropped'}
	/** By windows: -1 is to where the left edge is now. */
	| {readonly type: 'panned'; readonly by: number}
	| {readonly type: 'wentTo'; readonly place: 'oldest' | 'newest'}
	| {readonly type: 'jumped'; readonly by: -1 | 1}
	| {readonly type: 'extremeSought'; readonly which: 'highest' | 'lowest'}
	| {readonly type: 'markAsked'}
	| {readonly type: 'markTyped'; readonly text: string}
	| {readonly type: 'markErased'}
	| {readonly type: 'markSet'}
	| {readonly type: 'markCancelled'}
	| {readonly type: 'recordingStepped'; readonly by: -1 | 1}
	| {readonly type: 'alignmentToggled'}
	| {readonly type: 'suspendAsked'}
	| {readonly type: 'redrawAsked'};
