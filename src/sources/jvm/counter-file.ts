import {closeSync, constants, fstat, lstat, open, readSync, type Stats} from 'node:fs';
import {promisify} from 'node:util';
import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import {prologueSize} from './entries.ts';
import {counterLimit} from './traces.ts';

/** An hsperfdata file kept open that is read at any place. After close it gives no bytes. */
export type CounterFile = Pick<HeldBytes, 'readNow' | 'close'> & {
	/** Bytes it had when it was opened. */
	readonly size: number;
};

/**
 * Opens what stands where an hsperfdata file is expected, without following a link or waiting for a pipe, and only if it
 * is a regular file of a plausible size that belongs to one of `owners`, by their user ids. Undefined when it is not.
 * Rejects with the system's error when there is none or it may not be read.
 */
export const openCounterFile = async (
	path: string,
	owners: readonly number[],
): Promise<CounterFile | undefined> => {
	// Looked at first, since even opening a device can do something.
	if (!isPlausible(await lookAt(path), owners)) return undefined;
	const descriptor = await openFile(path, flags);
	try {
		const stats = await look(descriptor);
		if (isPlausible(stats, owners)) return hold(descriptor, stats.size);
	} catch (error) {
		closeSync(descriptor);
		throw error;
	}
	closeSync(descriptor);
	return undefined;
};

const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY;

const lookAt = promisify<string, Stats>(lstat);
const look = promisify<number, Stats>(fstat);
const openFile = promisify<string, number, number>(open);

const isPlausible = (stats: Stats, owners: readonly number[]): boolean =>
	stats.isFile() && owners.includes(stats.uid) && stats.size >= prologueSize && stats.size <= counterLimit;

const hold = (descriptor: number, size: number): CounterFile => {
	let isOpen = true;
	return {
		size,
		readNow: (position, into) => (isOpen ? readSync(descriptor, into, 0, into.length, position) : 0),
		close: () => {
			if (isOpen) closeSync(descriptor);
			isOpen = false;
		},
	};
};
