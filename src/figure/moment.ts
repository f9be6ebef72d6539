import {formatDuration} from '../model/duration.ts';
import {clockText, dateText} from '../model/local-time.ts';

/** A moment: Unix seconds, or seconds before the newest sample of all. */
export type Moment = ({readonly at: number} | {readonly beforeEnd: number}) & {
	/** How it was given, for messages. */
	readonly words?: string;
};

/** A moment (Unix seconds) in the local time: `2025-11-22 06:00:34`. */
export const timeText = (time: number): string => `${dateText(time)} ${clockText(time)}`;

/** A moment as it was given; where that was in Unix seconds, or nowhere, what they are in the local time. */
export const momentText = (moment: Moment): string => {
	const {words} = moment;
	if (!('at' in moment)) return words ?? `-${formatDuration(moment.beforeEnd)}`;
	if (words === undefined) return timeText(moment.at);
	return isSeconds.test(words) ? `${words} (${timeText(moment.at)})` : words;
};

const isSeconds = /^[\d.]+$/;
