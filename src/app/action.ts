import type {Ending} from '../model/ending.ts';
import type {ProcessInfo} from '../model/process-info.ts';
import type {RecordingStatus} from '../model/recording-status.ts';
import type {Relative} from '../model/relative.ts';
import type {Sample} from '../model/sample.ts';
import type {SourceInfo} from '../model/source-info.ts';
import type {Target} from '../model/target.ts';
import type {Notice, StartedCommand} from './state.ts';

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
	| {readonly type: 'noticed'; readonly notice: Notice};

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
	| {readonly type: 'suspendAsked'}
	| {readonly type: 'redrawAsked'};
