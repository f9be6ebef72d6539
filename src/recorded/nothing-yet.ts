import type {ViewedRecording} from '../app/action.ts';
import {emptyHistory} from '../model/history.ts';
import {plainSource} from './plain-source.ts';

/** What is shown of a log, called `name`, that has no sample yet. */
export const nothingYet = (name: string): ViewedRecording => ({
	target: {pid: 0, name},
	source: plainSource,
	interval: 1,
	history: emptyHistory(),
});
