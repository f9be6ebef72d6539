import {setImmediate} from 'node:timers/promises';
import type {Clock} from '../../model/clock.ts';

/**
 * Cuts long work into slices between which the event loop turns: awaited often, it waits only when a slice has lasted
 * long enough.
 */
export const createSlices = (clock: Clock): (() => Promise<void> | undefined) => {
	let begun = clock.monotonic();
	return () => {
		if (clock.monotonic() - begun < sliceLimit) return undefined;
		return setImmediate().then(() => {
			begun = clock.monotonic();
		});
	};
};

// Milliseconds.
const sliceLimit = 1;
