import {formatDuration} from '../model/duration.ts';
import type {Landmark} from '../model/landmark.ts';

/** What a landmark is, for one line: `mark 13:46:03 · deploy v2`, `gap of 5s from 13:46:03 · late`. */
export const landmarkText = (landmark: Landmark): string => {
	const {type, time, until, text} = landmark;
	const at = clockTime(time);
	if (type === 'switch') return `${at}: from here on read as ${text}`;
	const what = until === undefined ? `${type} ${at}` : `gap of ${formatDuration(until - time)} from ${at}`;
	return text === '' ? what : `${what} · ${text}`;
};

/** The local time of the day of Unix seconds: `13:46:03`. */
export const clockTime = (time: number): string =>
	Number.isNaN(time) ? '' : new Date(time * 1000).toTimeString().slice(0, 8);
