import {setImmediate} from 'node:timers/promises';
import type {Clock} from '../model/clock.ts';

/** Lets keys, frames and signals in while something long is done. */
export type Breath = {
	/** True once it was long enough since the last one. */
	readonly isDue: () => boolean;
	/** Resolves when everything that waited has had its turn. */
	readonly take: () => Promise<void>;
};

/** Milliseconds that nothing else need wait for. */
const slice = 8;

/** To be asked after every piece of the work; `tell` is called about every `spacing` milliseconds of it. */
export const createBreath = (
	clock: Pick<Clock, 'monotonic'>,
	{spacing, tell}: {readonly spacing: number; readonly tell: () => void},
): Breath => {
	let last = clock.monotonic();
	let told = last;
	return {
		isDue: () => clock.monotonic() - last >= slice,
		take: async () => {
			if (last - told >= spacing) {
				tell();
				told = last;
			}
			await setImmediate();
			last = clock.monotonic();
		},
	};
};
