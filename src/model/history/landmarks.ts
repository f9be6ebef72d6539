import {indexAfterTime, indexAtTime} from '../ascending.ts';
import type {Landmark} from '../landmark.ts';
import type {History} from './history.ts';

const landmarkLimit = 10_000;

/** Takes a landmark into the history, in place; those that come late find their place in time. */
export const addLandmark = ({landmarks}: Pick<History, 'landmarks'>, landmark: Landmark): void => {
	landmarks.splice(indexAfterTime(landmarks, landmark.time, timeOf), 0, landmark);
	if (landmarks.length > landmarkLimit) landmarks.splice(0, landmarkLimit / 2);
};

/** Says of the time between two samples that there are none, in place: the curves are broken, and a gap is there to go to. */
export const addGap = (history: History, {from, until, text}: Gap): void => {
	const isKnown = landmarksBetween(history, from, from).some(
		({type, time}) => type === 'gap' && time === from,
	);
	if (!isKnown) addLandmark(history, {type: 'gap', time: from, until, text});
};

/** Unix seconds of the last sample before and the first one after it, and why, a few words, cleaned. */
type Gap = {readonly from: number; readonly until: number; readonly text: string};

/** The landmarks from `from` up to and with `to` (Unix seconds), and the gaps that reach into that time. */
export const landmarksBetween = (
	{landmarks}: Pick<History, 'landmarks'>,
	from: number,
	to: number,
): readonly Landmark[] => {
	const first = indexAtTime(landmarks, from, timeOf);
	const inside = landmarks.slice(first, indexAfterTime(landmarks, to, timeOf));
	const before = landmarks.findLast((landmark, index) => index < first && landmark.type === 'gap');
	return before && (before.until ?? before.time) > from ? [before, ...inside] : inside;
};

/** The next landmark after a time (Unix seconds) with `by` 1, the one before it with -1; undefined where there is none. */
export const nextLandmark = (
	{landmarks}: Pick<History, 'landmarks'>,
	time: number,
	by: 1 | -1,
): Landmark | undefined =>
	by === 1
		? landmarks[indexAfterTime(landmarks, time, timeOf)]
		: landmarks[indexAtTime(landmarks, time, timeOf) - 1];

const timeOf = ({time}: Landmark): number => time;
