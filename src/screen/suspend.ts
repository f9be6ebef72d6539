import type {Clock} from '../model/clock.ts';
import type {LiveScreen} from './live-screen.ts';
import {stopJob} from './signals.ts';

/** What is suspended: a running screen, with the watch behind it where there is one. */
export type Suspended = {
	readonly screen: Pick<LiveScreen, 'leave' | 'enter'>;
	readonly clock: Clock;
	/** The watch that is on, which is told why samples are missing. */
	readonly session: {readonly explain: (reason: string) => void} | undefined;
	/** Monotonic milliseconds at which the shell last continued the program after its own suspension. */
	resumedAt: number;
	readonly isLeaving: boolean;
};

/** Gives the terminal back and stops the job; goes on, with a gap in the recording, when the shell continues it. */
export const suspend = async (live: Suspended): Promise<void> => {
	await live.screen.leave();
	live.session?.explain('suspended');
	stopJob();
	live.resumedAt = live.clock.monotonic();
	live.screen.enter();
};

/** Takes the terminal over again after someone else had stopped the program without a word (SIGSTOP). */
export const recover = async (live: Suspended): Promise<void> => {
	if (live.clock.monotonic() - live.resumedAt < ownContinuation || live.isLeaving) return;
	await live.screen.leave();
	live.screen.enter();
};

// The signal that ends a suspension of ours is told a moment after it.
const ownContinuation = 1000;
