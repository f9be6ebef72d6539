import {clockText, dayText} from '../../model/local-time.ts';
import type {TimeLabel} from './time-labels.ts';

/** What the cells of a chart stand for: Unix seconds of its left and right end, and how many cells lie between. */
export type LabelledTime = {readonly start: number; readonly end: number; readonly cells: number};

/**
 * Labels of local times: where the place begins and where it ends, and the round times between that keep clear of those,
 * each centred on its place. Midnight is told as the day that begins.
 */
export const clockLabels = (place: LabelledTime): readonly TimeLabel[] => {
	const step = stepFor(place);
	const [first, last] = endLabels(place, step);
	const labels = first ? [first] : [];
	for (const time of roundTimes(place, step)) {
		const label = labelAt(time, place, roundText(time, step));
		if (label.x < 0 || label.x + label.text.length > place.cells) continue;
		if (isClear(labels.at(-1), label) && isClear(label, last)) labels.push(label);
	}
	return last ? [...labels, last] : labels;
};

// Where there is room for one of them only, that is where it begins.
const endLabels = (
	{start, end, cells}: LabelledTime,
	step: number,
): readonly [first?: TimeLabel, last?: TimeLabel] => {
	const [one, other] = [textOf(start, step), textOf(end, step)];
	const first = {x: 0, text: one};
	const last = {x: cells - other.length, text: other};
	if (isClear(first, last)) return [first, last];
	return one.length <= cells ? [first] : [];
};

const isClear = (one: TimeLabel | undefined, next: TimeLabel | undefined): boolean =>
	!one || !next || one.x + one.text.length < next.x;

const labelAt = (time: number, {start, end, cells}: LabelledTime, text: string): TimeLabel => {
	const at = Math.floor(((time - start) / (end - start)) * cells + 1e-6);
	return {x: at - Math.floor(text.length / 2), text};
};

const textOf = (time: number, step: number): string =>
	step >= day
		? dayText(time)
		: clockText(time, step < 1 ? 'millisecond' : step >= hour ? 'minute' : 'second');

const roundText = (time: number, step: number): string => {
	if (isMidnight(time)) return dayText(time);
	return step >= minute && step < day ? clockText(time, 'minute') : textOf(time, step);
};

const isMidnight = (time: number): boolean => clockText(time, 'millisecond') === '00:00:00.000';

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

const widthFor = (step: number): number => (step < 1 ? 12 : step < minute ? 8 : 6);

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
