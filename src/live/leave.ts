import type {Live} from './live.ts';
import {tellLaunched} from './tell.ts';

/** Closes everything in the order that loses nothing: the log, the terminal, then the program. */
export const leave = (live: Live, status: number, reason: string): void => {
	close(live, reason, () => live.finish(status));
};

/** Closes everything because of an error that nobody expected, which is told when the terminal is itself again. */
export const fail = (live: Live, error: unknown): void => {
	close(live, 'memtop failed', () => live.fail(error));
};

const close = (live: Live, reason: string, finish: () => void): void => {
	if (live.isLeaving) return;
	live.isLeaving = true;
	live.cancelPlot?.();
	live.stopLooking?.();
	live.session?.close(reason);
	live.screen.close().then(() => {
		if (live.launched) tellLaunched(live.launched);
		finish();
	});
};
