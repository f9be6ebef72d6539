import {emptyHistory} from '../model/history.ts';
import type {RecordingStatus} from '../model/recording-status.ts';
import type {SourceInfo} from '../model/source-info.ts';
import {emptyPicker} from './picker.ts';
import type {State} from './state.ts';

/** The state before anything is watched: an empty picker over an empty screen. */
export const initialState = ({source, interval, now}: Start): State => ({
	now,
	source,
	interval,
	history: emptyHistory(),
	recording: noRecording,
	view: {selected: 0, metrics: [undefined, undefined], isZeroBased: false, helpOffset: 0, align: 'start'},
	overlay: 'picker',
	picker: emptyPicker,
});

/** What is known before the target is: the source it will be read by at first, seconds between samples, Unix seconds. */
export type Start = {readonly source: SourceInfo; readonly interval: number; readonly now: number};

const noRecording: RecordingStatus = {state: 'unavailable', samples: 0, bytes: 0, lost: 0};
