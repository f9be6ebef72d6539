import {setTimeout} from 'node:timers/promises';
import type {Launched} from './launched.ts';

/**
 * Ends a command: SIGTERM, and SIGKILL after `patience` milliseconds; with it all of its process group, where it has
 * one of its own. Resolves when they have ended, or have been killed.
 */
export const endLaunched = async (launched: Launched, patience = 5000): Promise<void> => {
	signalLaunched(launched, 'SIGTERM');
	for (let left = patience; left > 0 && isAlive(launched); left -= pause) await setTimeout(pause);
	if (isAlive(launched)) signalLaunched(launched, 'SIGKILL');
	await launched.ended;
};

/** Sends a signal to a command, and to all of its process group where it has one of its own; to nobody once it is gone. */
export const signalLaunched = (launched: Launched, signal: NodeJS.Signals | 0): boolean => {
	const {pid, isLeader, ending} = launched;
	// The pid of a child that was waited for may be another's; that of a group only once all of the group are gone.
	if (!isLeader && ending() !== undefined) return false;
	try {
		return process.kill(isLeader ? -pid : pid, signal);
	} catch {
		return false;
	}
};

const pause = 50;

const isAlive = (launched: Launched): boolean =>
	launched.ending() === undefined || (launched.isLeader && signalLaunched(launched, 0));
