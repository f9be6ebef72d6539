import type {Live} from './live.ts';

/** Closes everything in the order that loses nothing: the log, the terminal, then the program. */
export const leave = (live: Live, status: number, reason: string): void => {
	if (live.isLeaving) return;
	live.isLeaving = true;
	live.cancelPlot?.();
	live.session?.close(reason);
	live.screen.close().then(() => live.finish(status));
};
