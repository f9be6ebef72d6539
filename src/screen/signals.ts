import {constants} from 'node:os';

/** Signals that end the program. */
export type EndingSignal = 'SIGTERM' | 'SIGINT' | 'SIGHUP' | 'SIGQUIT';

const ending = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const satisfies readonly EndingSignal[];

/** Calls `end` with the signal that asks the program to end, once all that listens to the signal has had it. */
export const onEndingSignal = (end: (signal: EndingSignal) => void): void => {
	// blessed ends the program with status 0 where its handler, which comes after, finds the screen closed already.
	for (const signal of ending) process.on(signal, () => queueMicrotask(() => end(signal)));
};

/** The status a shell reports for a process that a signal ended: 128 and the signal's number. */
export const statusOf = (signal: EndingSignal): number => 128 + constants.signals[signal];

/**
 * Stops this program and all of its job, as the terminal's own C-z does, until the shell continues it. Where no shell
 * could, the system ignores the signal and this returns at once.
 */
export const stopJob = (): void => {
	const listeners = process.listeners('SIGTSTP');
	process.removeAllListeners('SIGTSTP');
	process.kill(0, 'SIGTSTP');
	// The signal may be taken by another thread a moment later: nothing may be drawn before it is.
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
	for (const listener of listeners) process.on('SIGTSTP', listener);
};
