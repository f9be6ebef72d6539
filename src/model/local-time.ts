/** How fine a time of day is written. */
export type Fineness = 'minute' | 'second' | 'millisecond';

/** Local time of day of Unix seconds: `09:15`, `09:15:07`, `09:15:07.250`; nothing of NaN. */
export const clockText = (time: number, fineness: Fineness = 'second'): string => {
	const moment = dateOf(time);
	if (Number.isNaN(moment.getTime())) return '';
	const [hours, minutes, seconds] = [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two);
	if (fineness === 'minute') return `${hours}:${minutes}`;
	const whole = `${hours}:${minutes}:${seconds}`;
	return fineness === 'second' ? whole : `${whole}.${moment.getMilliseconds().toString().padStart(3, '0')}`;
};

/** Local month and day of Unix seconds: `Nov 22`. */
export const dayText = (time: number): string => {
	const moment = new Date(time * 1000);
	return `${months[moment.getMonth()]} ${moment.getDate()}`;
};

/** Local date of Unix seconds: `2025-11-22`. */
export const dateText = (time: number): string => {
	const moment = new Date(time * 1000);
	return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
};

// A stamp lies a little beside its milliseconds as a binary number.
const dateOf = (time: number): Date => new Date(Math.round(time * 1000));

const two = (number: number): string => number.toString().padStart(2, '0');

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
