import {closeSync, openSync, readSync} from 'node:fs';

/** A file of a process kept open, read anew from its start each time; after close it throws. */
export type HeldFile = {readonly read: () => string; readonly close: () => void};

/** Opens a file below `/proc/PID`: the descriptor stays with this process, and gives ESRCH once it has ended. */
export const holdFile = (path: string): HeldFile => {
	const descriptor = openSync(path, 'r');
	let isOpen = true;
	let buffer = Buffer.alloc(4096);
	const read = (): string => {
		if (!isOpen) throw new Error(`expected ${path} to be open, found it closed`);
		const length = readSync(descriptor, buffer, 0, buffer.length, 0);
		if (length < buffer.length) return buffer.toString('utf8', 0, length);
		buffer = Buffer.alloc(2 * buffer.length);
		return read();
	};
	const close = (): void => {
		// The number of a closed descriptor is soon that of another file.
		if (isOpen) closeSync(descriptor);
		isOpen = false;
	};
	return {read, close};
};
