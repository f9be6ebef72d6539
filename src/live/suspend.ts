import type {Live} from './live.ts';
import {stopJob} from './signals.ts';

/** Gives the terminal back and stops the job; goes on, with a gap in the recording, when the shell continues it. */
export const suspend = async (live: Live): Promise<void> => {
	await live.screen.leave();
	live.session?.explain('suspended');
	stopJob();
	live.screen.enter();
};
