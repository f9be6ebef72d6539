import type {Range, Tic} from './byte-axis.ts';
import {clockOf, dateOf, utcName} from './local-time.ts';

/** An axis of time: its places are seconds since `origin`. */
export type TimeAxis = {
	/** Unix seconds of place 0. */
	readonly origin: number;
	readonly range: Range;
	readonly tics: readonly Tic[];
	/** Names the zone, for example `local time (UTC+01:00)`. */
	readonly label: string;
	/** Minutes east of UTC. */
	readonly utcOffset: number;
};

/**
 * The axis from one moment to another (Unix seconds), with at most 13 tics on round local times. A single moment gets
 * half a second on either side. `utcOffset` is in minutes east of UTC, the same for the whole axis.
 */
export const timeAxis = (span: Range, utcOffset: number): TimeAxis => {
	const room = span.to > span.from ? 0 : 0.5;
	const range = {from: -room, to: span.to - span.from + room};
	return {
		origin: span.from,
		range,
		tics: tics({from: span.from - room, to: span.to + room}, {origin: span.from, utcOffset}),
		label: utcOffset === 0 ? 'time (UTC)' : `local time (${utcName(utcOffset)})`,
		utcOffset,
	};
};

// Whole milliseconds keep 0.1 + 0.2 out of the labels.
const tics = (span: Range, {origin, utcOffset}: {origin: number; utcOffset: number}): Tic[] => {
	const shift = utcOffset * minute;
	const step = stepFor((span.to - span.from) * second);
	const first = Math.ceil((span.from * second + shift) / step);
	const last = Math.floor((span.to * second + shift) / step);
	return Array.from({length: Math.max(0, last - first + 1)}, (_, index) => {
		const local = (first + index) * step;
		return {at: (local - shift) / second - origin, label: labelOf(local, step)};
	});
};

const labelOf = (local: number, step: number): string => {
	const isMidnight = local % day === 0;
	if (step >= day || (isMidnight && step >= minute)) return dateOf(local / second);
	return clockOf(local / second, step < second ? 'millisecond' : step < minute ? 'second' : 'minute');
};

const stepFor = (span: number): number =>
	steps.find(step => span / step <= (step < second ? mostLongLabels : mostSteps)) ??
	Math.ceil(span / mostSteps / (364 * day)) * 364 * day;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const mostSteps = 12;
const mostLongLabels = 8;
const steps: readonly number[] = [
	...[1, 2, 5, 10, 20, 50, 100, 200, 500],
	...[1, 2, 5, 10, 15, 30].map(count => count * second),
	...[1, 2, 5, 10, 15, 30].map(count => count * minute),
	...[1, 2, 3, 6, 12].map(count => count * hour),
	...[1, 2, 4, 7, 14, 28, 91, 182, 364].map(count => count * day),
];
