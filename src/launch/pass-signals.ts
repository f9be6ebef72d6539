import {isInForeground} from '../platform/foreground.ts';
import {signalLaunched} from './end-launched.ts';
import type {Launched} from './launched.ts';

/** What decides whether a signal is passed on; tests pass their own. */
export type Passing = {
	/** True when the keys of the terminal reach memtop, and so the command too. */
	readonly isInForeground: () => boolean;
	/** Milliseconds from SIGTERM to SIGKILL. */
	readonly patience: number;
};

/**
 * Passes a signal on to a command in memtop's own process group, unless the terminal sent it to both; a command that
 * does not obey SIGTERM is killed. What the keys C-c and C-\ send while both are in the foreground came from there.
 */
export const passSignal = (
	launched: Launched,
	signal: NodeJS.Signals,
	{isInForeground: isReached, patience}: Passing = {isInForeground, patience: 5000},
): void => {
	const isOfKey = signal === 'SIGINT' || signal === 'SIGQUIT';
	if (isOfKey && isReached()) return;
	signalLaunched(launched, signal);
	if (signal === 'SIGTERM') setTimeout(() => signalLaunched(launched, 'SIGKILL'), patience).unref();
};
