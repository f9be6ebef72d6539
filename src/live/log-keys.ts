import {clockText} from '../model/local-time.ts';
import {type Live, now, say} from './live.ts';

/** Puts a mark on the screen, and into the log where one is written. */
export const writeMark = (live: Live, time: number, text: string): void => {
	const isWritten = live.session?.mark(time, text) ?? false;
	live.screen.dispatch({type: 'passed', landmark: {type: 'mark', time, text}});
	say(live, isWritten ? `marked ${clockText(time)}` : 'nothing is recorded: the mark is only on the screen');
};

/** Switches the recording off. */
export const switchOff = (live: Live): void => {
	live.session?.pause('switched off');
	live.offSince ??= now(live);
};

/** Switches the recording on; what the log lacks since it was off is a place to go to. Throws LogError. */
export const switchOn = (live: Live): void => {
	live.session?.resume();
	if (live.offSince === undefined || live.session?.status().state === 'unavailable') return;
	const landmark = {type: 'gap', time: live.offSince, until: now(live), text: 'switched off'} as const;
	live.offSince = undefined;
	live.screen.dispatch({type: 'passed', landmark});
};
