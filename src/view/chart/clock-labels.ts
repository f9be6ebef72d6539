import {clockText, dateText, dayText} from '../../model/local-time.ts';
import type {TimeLabel} from './time-labels.ts';

/** What the cells of a chart stand for: Unix seconds of its left and right end, and how many cells lie between. */
export type LabelledTime = {readonly start: number; readonly end: number; readonly cells: number};

/** What stands before the first time: nothing, `Nov 22`, or `2025-11-22`. */
export type DateNeed = 'none' | 'day' | 'date';

/**
 * Labels on round local times, each centred on its place; the first says the day too where asked for, and so does every
 * midnight.
 */
export const clockLabels = (place: LabelledTime, need: DateNeed): readonly TimeLabel[] => {
	const step = stepFor(place);
	const labels: TimeLabel[] = [];
	let isDated = need === 'none';
	for (const time of roundTimes(place, step)) {
		const label = labelAt(time, place, textOf(time, {step, prefix: isDated ? 'none' : need}));
		const before = labels.at(-1);
		if (label.x < 0 || label.x + label.text.length > place.cells) continue;
		if (before && label.x <= before.x + before.text.length) continue;
		labels.push(label);
		isDated = true;
	}
	return labels;
};

const labelAt = (time: number, {start, end, cells}: LabelledTime, text: string): TimeLabel => {
	const at = Math.floor(((time - start) / (end - start)) * cells + 1e-6);
	return {x: at - Math.floor(text.length / 2), text};
};

const textOf = (time: number, {step, prefix}: {step: number; prefix: DateNeed}): string => {
	if (step >= day) return prefix === 'date' ? dateText(time) : dayText(time);
	const clock = clockText(time, step < 1 ? 'millisecond' : step >= hour ? 'minute' : 'second');
	if (prefix === 'none') return /^00:00(:00(\.000)?)?$/.test(clock) ? dayText(time) : clock;
	return `${prefix === 'date' ? dateText(time) : dayText(time)} ${clock}`;
};

// Round as the clocks on the wall show them, also where those are put forward or back within the chart.
function* roundTimes({start, end}: LabelledTime, step: number): Iterable<number> {
	const first = Math.ceil(wallOf(start) / step);
	for (let index = first; index - first <= 1 + (end - start) / step; index += 1) {
		const time = timeOfWall(index * step);
		if (time >= start && time < end) yield time;
	}
}

const wallOf = (time: number): number => time - new Date(time * 1000).getTimezoneOffset() * minute;

const timeOfWall = (wall: number): number => {
	const guess = wall + new Date(wall * 1000).getTimezoneOffset() * minute;
	return wall + new Date(guess * 1000).getTimezoneOffset() * minute;
};

/** Seconds between labels: the least round step that leaves each of them room. */
const stepFor = ({start, end, cells}: LabelledTime): number => {
	const fits = (step: number): boolean => (step / (end - start)) * cells >= widthFor(step) + 3;
	return steps.find(fits) ?? Math.ceil((end - start) / (7 * day)) * 7 * day;
};

const widthFor = (step: number): number => (step < 1 ? 12 : step < hour ? 8 : 6);

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const steps: readonly number[] = [
	...[0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5],
	...[1, 2, 5, 10, 15, 30],
	...[1, 2, 5, 10, 15, 30].map(count => count * minute),
	...[1, 2, 3, 6, 12].map(count => count * hour),
	...[1, 2, 4, 7, 14, 28, 91, 182, 364].map(count => count * day),
];
