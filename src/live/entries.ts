import type {Action} from '../app/action.ts';
import type {Entry} from '../model/entry.ts';
import type {RecordingStatus} from '../model/recording-status.ts';

/** What an entry of the running recording means for the screen; undefined when it is nothing to it. */
export const actionOf = (entry: Entry, recording: () => RecordingStatus, now: number): Action | undefined => {
	if (entry.type === 'sample') return {type: 'sampled', sample: entry.sample, recording: recording()};
	if (entry.type === 'break') return {type: 'broken', time: now};
	if (entry.type === 'end') return {type: 'ended', time: entry.time};
	return undefined;
};
