import * as fs from 'node:fs';

/** The file system calls of the writer; tests pass disks that are full or break. All throw system errors. */
export type LogFiles = {
	readonly open: (path: string, flags: number, mode: number) => number;
	readonly close: (descriptor: number) => void;
	readonly read: (descriptor: number, bytes: Uint8Array, position: number) => number;
	/** Returns how many bytes were taken, which can be fewer than given. */
	readonly write: (descriptor: number, bytes: Uint8Array) => number;
	readonly fstat: (descriptor: number) => fs.Stats;
	readonly lstat: (path: string) => fs.Stats;
	readonly truncate: (descriptor: number, size: number) => void;
	readonly sync: (descriptor: number) => void;
	readonly statfs: (path: string) => fs.StatsFs;
};

/** The file system of this machine. */
export const systemFiles: LogFiles = {
	open: fs.openSync,
	close: fs.closeSync,
	read: (descriptor, bytes, position) => fs.readSync(descriptor, bytes, 0, bytes.length, position),
	write: fs.writeSync,
	fstat: fs.fstatSync,
	lstat: fs.lstatSync,
	truncate: fs.ftruncateSync,
	sync: fs.fdatasyncSync,
	statfs: fs.statfsSync,
};
