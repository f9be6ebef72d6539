import type {ViewedRecording} from '../../src/app/action.ts';
import {initialState} from '../../src/app/initial.ts';
import type {State, Viewed} from '../../src/app/state.ts';
import {emptyHistory, record} from '../../src/model/history.ts';
import {plainSource} from '../fixtures/source.ts';
import {after, firstTime, target} from '../fixtures/watch.ts';

/** A log of two recordings, the second of them shown, wholly read. */
export const viewedLog: Viewed = {
	...{path: 'memory.log', recording: 2, recordings: 2, damaged: 0, remarks: [], isFollowed: false},
};

/** A recording with so many samples, one each second. */
export const recordingOf = (samples: number): ViewedRecording => {
	const history = emptyHistory();
	for (let second = 0; second < samples; second += 1) {
		const values = {'os.rss': second, 'os.virt': 2 * second};
		record(history, {
			...{time: firstTime + second, inUse: second, system: 2 * second, approximate: false, values},
		});
	}
	return {target, source: plainSource, interval: 1, history};
};

/** A log that is viewed, whose shown recording has so many samples. */
export const viewedState = (samples: number): State =>
	after(initialState({source: plainSource, interval: 1, now: 0}), {
		type: 'viewRead',
		viewed: viewedLog,
		recording: recordingOf(samples),
	});
