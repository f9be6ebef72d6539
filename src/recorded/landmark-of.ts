import {cleanText} from '../model/clean.ts';
import type {Note} from '../model/entry.ts';
import type {Landmark} from '../model/landmark.ts';

/** What a note in a log is on the screen. A gap of which is not told how long it was has no `until` yet. */
export const landmarkOf = ({type, time, details}: Note): Landmark => {
	if (type === 'mark') return {type, time, text: textOf(details.text)};
	if (type === 'end') return {type, time, text: textOf(details.reason)};
	if (type === 'step') return {type, time, text: stepText(details.by)};
	const {seconds} = details;
	// Written when samples come again.
	const span = typeof seconds === 'number' ? {time: time - seconds, until: time} : {time};
	return {type, ...span, text: textOf(details.reason)};
};

const textOf = (text: unknown): string => (typeof text === 'string' ? cleanText(text) : '');

const stepText = (by: unknown): string =>
	typeof by === 'number' ? `clock set ${by < 0 ? 'back' : 'forward'} by ${Math.abs(by)} s` : 'clock set';
