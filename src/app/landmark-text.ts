import {formatDuration} from '../model/duration.ts';
import type {Landmark} from '../model/landmark.ts';
import {clockText} from '../model/local-time.ts';

/** What a landmark is, for one line: `mark 13:46:03 · deploy v2`, `gap of 5s from 13:46:03 · late`. */
export const landmarkText = (landmark: Landmark): string => {
	const {type, time, until, text} = landmark;
	const at = clockText(time);
	if (type === 'switch') return `${at}: from here on read as ${text}`;
	const what = until === undefined ? `${type} ${at}` : `gap of ${formatDuration(until - time)} from ${at}`;
	return text === '' ? what : `${what} · ${text}`;
};
