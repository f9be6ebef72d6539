import type {Clock} from '../../model/clock.ts';
import type {NativeProcess} from '../../platform/linux/native-process.ts';
import {type Mapping, readMappings} from '../../platform/linux/process-maps.ts';
import {type Addressable, addressableBy} from './addressable.ts';

/** What heaps can lie in, read anew when that no longer suffices. */
export type KnownMemory = {
	readonly addressable: Addressable;
	/** Asks for the mappings to be read again, soon and off the tick. */
	readonly refresh: () => void;
};

/** What is known by some mappings, for a start. */
export const createKnownMemory = (
	{lend}: Pick<NativeProcess, 'lend'>,
	mappings: readonly Mapping[],
	clock: Clock,
): KnownMemory => {
	let addressable = addressableBy(mappings);
	let due = Number.NEGATIVE_INFINITY;
	const read = async (): Promise<void> => {
		const start = clock.monotonic();
		due = Number.POSITIVE_INFINITY;
		try {
			addressable = addressableBy(await lend('maps', readMappings));
		} catch {
			// It has ended: the next tick says so.
		}
		due = clock.monotonic() + Math.max(shortestPause, (clock.monotonic() - start) * pausePerCost);
	};
	return {
		addressable: (address, length) => addressable(address, length),
		refresh: () => {
			if (clock.monotonic() >= due) void read();
		},
	};
};

// Milliseconds.
const shortestPause = 20;
const pausePerCost = 50;
