import {closeSync, open as openCallback, read as readCallback, readSync} from 'node:fs';
import {promisify} from 'node:util';
import {errorCode} from '../error-code.ts';
import type {ByteSource} from './byte-source.ts';

/** A file kept open that is read at any place: a program, the memory of a process. After close it gives no bytes. */
export type HeldBytes = ByteSource & {
	/** Reads at once into a buffer, from `position` on; how many bytes there were. Throws the system's error. */
	readonly readNow: (position: number, into: Buffer) => number;
	readonly close: () => void;
};

/**
 * Opens a file for reading without making the event loop wait. In `/proc/PID/mem` a position is an address; the
 * descriptor stays with that memory, and gives 0 bytes once the process has ended or executed another program, see
 * proc_pid_mem(5). Rejects with the system's error.
 */
export const holdBytes = async (path: string): Promise<HeldBytes> => {
	const descriptor = await open(path, 'r');
	let isOpen = true;
	let underway = 0;
	const closeWhenIdle = (): void => {
		if (!isOpen && underway === 0) closeSync(descriptor);
	};
	return {
		read: async (position, length) => {
			if (!isOpen) return Buffer.alloc(0);
			underway += 1;
			try {
				return await readPiece(descriptor, position, length);
			} finally {
				underway -= 1;
				closeWhenIdle();
			}
		},
		readNow: (position, into) => (isOpen ? readSync(descriptor, into, 0, into.length, position) : 0),
		close: () => {
			if (!isOpen) return;
			isOpen = false;
			// The number of a closed descriptor is soon that of another file, which a read underway would then read.
			closeWhenIdle();
		},
	};
};

/**
 * Reads at once as `readNow` does; undefined instead of the system's error, which it gives where nothing is mapped, while
 * 0 bytes say that all of the memory is gone.
 */
export const readAt = (
	source: Pick<HeldBytes, 'readNow'>,
	position: number,
	into: Buffer,
): number | undefined => {
	try {
		return source.readNow(position, into);
	} catch {
		return undefined;
	}
};

/** Fills `into` with what is at a position; false where not all of it is there. */
export const isRead = (source: Pick<HeldBytes, 'readNow'>, position: number, into: Buffer): boolean =>
	readAt(source, position, into) === into.length;

const readPiece = async (descriptor: number, position: number, length: number): Promise<Buffer> => {
	const buffer = Buffer.from(new ArrayBuffer(length));
	try {
		const {bytesRead} = await read(descriptor, buffer, 0, length, position);
		return buffer.subarray(0, bytesRead);
	} catch (error) {
		// What the system says where no memory is mapped: a hole like any other.
		if (errorCode(error) === 'EIO') return Buffer.alloc(0);
		throw error;
	}
};

const open = promisify(openCallback);
const read = promisify(readCallback);
