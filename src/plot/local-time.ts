import {formatDuration} from '../model/duration.ts';
import type {Range} from './byte-axis.ts';

/** How fine a time of day is written. */
export type Fineness = 'minute' | 'second' | 'millisecond';

/** Last moment these functions write, in Unix seconds: the end of the year 9999. */
export const lastTime = 253_402_300_799;

/** Time of day of a local time, given as Unix seconds with the UTC offset added: `09:15`, `09:15:07`, `09:15:07.250`. */
export const clockOf = (local: number, fineness: Fineness): string =>
	isoOf(local).slice(11, clockEnds[fineness]);

/** Month and day of such a local time: `Nov 22`. */
export const dateOf = (local: number): string => {
	const iso = isoOf(local);
	return `${months[Number(iso.slice(5, 7)) - 1]} ${Number(iso.slice(8, 10))}`;
};

/** Year of such a local time. */
export const yearOf = (local: number): number => Number(isoOf(local).slice(0, 4));

/** What an offset of minutes east of UTC is called: `UTC`, `UTC+05:30`, `UTC-03:00`. */
export const utcName = (utcOffset: number): string => {
	if (utcOffset === 0) return 'UTC';
	const minutes = Math.abs(utcOffset);
	return `UTC${utcOffset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
};

/**
 * From when to when (Unix seconds), and how long that is: `2025-11-22 06:00:34 – 06:45:10 (44m 36s)`. The date is
 * repeated when the day is another; milliseconds show where the whole is under ten seconds.
 */
export const spanText = (span: Range, utcOffset: number): string => {
	const [from, to] = [span.from + utcOffset * 60, span.to + utcOffset * 60];
	const fineness = span.to - span.from < 10 ? 'millisecond' : 'second';
	const [firstDay, lastDay] = [isoOf(from).slice(0, 10), isoOf(to).slice(0, 10)];
	const end = `${firstDay === lastDay ? '' : `${lastDay} `}${clockOf(to, fineness)}`;
	return `${firstDay} ${clockOf(from, fineness)} – ${end} (${formatDuration(span.to - span.from)})`;
};

const isoOf = (local: number): string => new Date(Math.round(local * 1000)).toISOString();

const twoDigits = (number: number): string => number.toString().padStart(2, '0');

const clockEnds = {minute: 16, second: 19, millisecond: 23} satisfies Record<Fineness, number>;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
