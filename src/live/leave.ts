import {setTimeout as sleep} from 'node:timers/promises';
import type {Live} from './live.ts';
import {tellLaunched, tellRecorded} from './tell.ts';

/** Closes everything in the order that loses nothing: the log, the terminal, then the program. */
export const leave = (live: Live, status: number, reason: string): void => {
	close(live, {reason, isAsked: status === 0}, () => live.finish(status));
};

/** Closes everything because of an error that nobody expected, which is told when the terminal is itself again. */
export const fail = (live: Live, error: unknown): void => {
	close(live, {reason: 'memtop failed', isAsked: false}, () => live.fail(error));
};

const close = (
	live: Live,
	{reason, isAsked}: {reason: string; isAsked: boolean},
	finish: () => void,
): void => {
	if (live.isLeaving) return;
	live.isLeaving = true;
	clearInterval(live.ticker);
	const undrawn = Promise.race([live.cancelPlot?.(), sleep(400)]);
	live.stopLooking?.();
	live.session?.close(reason);
	Promise.all([live.screen.close(), undrawn]).then(() => {
		// Not after a signal: a terminal that takes nothing would hold the program up.
		if (live.session && isAsked) tellRecorded(live.session);
		if (live.launched) tellLaunched(live.launched);
		finish();
	});
};
