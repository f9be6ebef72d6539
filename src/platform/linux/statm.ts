import {closeSync, openSync, readSync} from 'node:fs';

/** Resident bytes and bytes of address space; both zero for a process without memory. */
export type Statm = {readonly rss: number; readonly virt: number};

/** A `statm` file kept open: the descriptor belongs to one process for ever, whoever gets its pid later. */
export type OpenStatm = {
	/** Undefined for a short read. Throws the system's error, ESRCH once the process has ended. */
	readonly read: () => Statm | undefined;
	readonly close: () => void;
};

/** Opens a `statm` file. It is read a thousand times a second: into one buffer, without a string. */
export const openStatm = (path: string, pageSize: number): OpenStatm => {
	const descriptor = openSync(path, 'r');
	const buffer = Buffer.alloc(256);
	return {
		read: () => parseStatm(buffer, readSync(descriptor, buffer, 0, buffer.length, 0), pageSize),
		close: () => closeSync(descriptor),
	};
};

/**
 * The first two numbers of the `length` bytes, which count pages: size, then resident; see proc_pid_statm(5).
 * Undefined when they are not there whole, each with a space behind it.
 */
export const parseStatm = (bytes: Uint8Array, length: number, pageSize: number): Statm | undefined => {
	const space = bytes.indexOf(spaceByte);
	const end = bytes.indexOf(spaceByte, space + 1);
	if (space < 1 || end <= space + 1 || end >= length) return undefined;
	const virt = wholeNumber(bytes, 0, space) * pageSize;
	const rss = wholeNumber(bytes, space + 1, end) * pageSize;
	return Number.isNaN(virt + rss) ? undefined : {rss, virt};
};

const spaceByte = 0x20;

const wholeNumber = (bytes: Uint8Array, start: number, end: number): number => {
	let number = 0;
	for (let index = start; index < end; index += 1) {
		const digit = (bytes[index] ?? 0) - 0x30;
		number = digit >= 0 && digit <= 9 ? number * 10 + digit : Number.NaN;
	}
	return number;
};
