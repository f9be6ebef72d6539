import {formatDuration} from '../model/duration.ts';
import type {Range, Tic} from './byte-axis.ts';
import {clockOf, dateOf, utcName, yearOf} from './local-time.ts';

/** An axis of time. */
export type TimeAxis = {
	/** `clock`: places are Unix seconds. `start`: they are seconds since a recording began. */
	readonly kind: 'clock' | 'start';
	readonly range: Range;
	readonly tics: readonly Tic[];
	/** Names the zone, for example `local time (UTC+01:00)`. */
	readonly label: string;
	/** Minutes east of UTC. */
	readonly utcOffset: number;
};

/**
 * The axis from one moment to another (Unix seconds), with at most 13 tics on round local times. A single moment gets
 * half a second on either side. `utcOffset` is in minutes east of UTC, the same for the whole axis. Where labels have
 * only a part of the `room` that they have in a picture of the default size, there are as many fewer of them.
 */
export const timeAxis = (span: Range, utcOffset: number, room = 1): TimeAxis => {
	const range = withRoom(span);
	const step = stepFor((range.to - range.from) * second, room);
	const shift = utcOffset * minute;
	const tics = ticsOf(range, {step, shift, labelOf: local => labelOf(local, step)});
	return {
		kind: 'clock',
		range,
		tics: step < day ? tics : withYears(tics, utcOffset),
		label: utcOffset === 0 ? 'time (UTC)' : `local time (${utcName(utcOffset)})`,
		utcOffset,
	};
};

/** The same for seconds since a recording began, with tics such as `5m`. */
export const startAxis = (span: Range, room = 1): TimeAxis => {
	const range = withRoom(span);
	const step = stepFor((range.to - range.from) * second, room);
	const labelled = (moment: number): string => (moment === 0 ? '0' : formatDuration(moment / second));
	return {
		kind: 'start',
		range,
		tics: ticsOf(range, {step, shift: 0, labelOf: labelled}),
		label: 'since the start of each recording',
		utcOffset: 0,
	};
};

/** A stretch with room on either side where it is a single moment. */
export const withRoom = ({from, to}: Range): Range =>
	to > from ? {from, to} : {from: from - 0.5, to: from + 0.5};

type Ticking = {
	readonly step: number;
	readonly shift: number;
	readonly labelOf: (local: number) => string;
};

// Whole milliseconds keep 0.1 + 0.2 out of the labels.
const ticsOf = (range: Range, {step, shift, labelOf}: Ticking): Tic[] => {
	const first = Math.ceil((range.from * second + shift) / step);
	const last = Math.floor((range.to * second + shift) / step);
	return Array.from({length: Math.max(0, last - first + 1)}, (_, index) => {
		const local = (first + index) * step;
		return {at: (local - shift) / second, label: labelOf(local)};
	});
};

const labelOf = (local: number, step: number): string => {
	const isMidnight = local % day === 0;
	if (step >= day || (isMidnight && step >= minute)) return dateOf(local / second);
	return clockOf(local / second, step < second ? 'millisecond' : step < minute ? 'second' : 'minute');
};

// Where there are several years, the first label of each names it.
const withYears = (tics: readonly Tic[], utcOffset: number): Tic[] => {
	const years = tics.map(({at}) => yearOf(at + utcOffset * 60));
	if (new Set(years).size < 2) return [...tics];
	return tics.map(({at, label}, index) => ({
		at,
		label: years[index] === years[index - 1] ? label : `${years[index]} ${label}`,
	}));
};

const stepFor = (span: number, room: number): number =>
	steps.find(step => span / step <= (step < second || step >= year ? mostLongLabels : mostSteps) * room) ??
	Math.ceil(span / (mostLongLabels * room) / year) * year;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
// Whole weeks.
const year = 364 * day;
const mostSteps = 12;
const mostLongLabels = 8;
const steps: readonly number[] = [
	...[1, 2, 5, 10, 20, 50, 100, 200, 500],
	...[1, 2, 5, 10, 15, 30].map(count => count * second),
	...[1, 2, 5, 10, 15, 30].map(count => count * minute),
	...[1, 2, 3, 6, 12].map(count => count * hour),
	...[1, 2, 4, 7, 14, 28, 91, 182, 364].map(count => count * day),
];
