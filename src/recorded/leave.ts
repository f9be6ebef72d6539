import {setTimeout as sleep} from 'node:timers/promises';
import type {Viewing} from './viewing.ts';

/** Ends what is being read, gives the terminal back, then ends the program with this status. */
export const leave = (viewing: Viewing, status: number): void => close(viewing, () => viewing.finish(status));

/** The same because it is impossible to go on, which is told when the terminal is itself again. */
export const fail = (viewing: Viewing, error: unknown): void => close(viewing, () => viewing.fail(error));

const close = (viewing: Viewing, finish: () => void): void => {
	if (viewing.isLeaving) return;
	viewing.isLeaving = true;
	viewing.control.abort();
	const undrawn = Promise.race([viewing.cancelPlot?.(), sleep(400)]);
	Promise.all([viewing.screen.close(), undrawn]).then(finish);
};
