import {setTimeout} from 'node:timers/promises';
import type {Target} from '../model/target.ts';
import {TargetError} from '../target/errors.ts';
import type {ProcessDirectory} from '../target/process-directory.ts';
import {endLaunched} from './end-launched.ts';
import type {Launched} from './launched.ts';

/** How a command that was just started is found, and until when. */
export type Opening<Opened> = {
	readonly directory: Pick<ProcessDirectory, 'identify'>;
	readonly open: (target: Target) => Promise<Opened>;
	/** Milliseconds that a program has until what was asked for can read it. */
	readonly patience?: number;
};

/**
 * Opens a command that was just started; undefined when it has ended before. Whatever else is in the way ends the
 * command, which was started for nothing but to be watched, and is thrown.
 */
export const openLaunched = async <Opened>(
	launched: Launched,
	opening: Opening<Opened>,
): Promise<Opened | undefined> => {
	try {
		return await openPatiently(launched, opening);
	} catch (error) {
		if (await endsSoon(launched)) return undefined;
		await endLaunched(launched);
		throw error;
	}
};

// A source that was asked for by name reads a program only once its runtime has set itself up.
const openPatiently = async <Opened>(
	{pid, ending}: Launched,
	{directory, open, patience = 3000}: Opening<Opened>,
): Promise<Opened> => {
	const target = await directory.identify(pid);
	for (let left = patience; ; left -= pause) {
		try {
			return await open(target);
		} catch (error) {
			if (!(error instanceof TargetError) || left <= 0 || ending() !== undefined) throw error;
			await setTimeout(pause);
		}
	}
};

const pause = 50;

// The end of a child is told only after its memory is gone.
const endsSoon = async ({ended}: Launched): Promise<boolean> =>
	Promise.race([ended.then(() => true), setTimeout(200, false)]);
