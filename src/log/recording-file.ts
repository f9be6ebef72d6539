import type {Stats} from 'node:fs';
import {constants} from 'node:fs';
import {type FileHandle, open, stat} from 'node:fs/promises';
import {LogError, reasonOf, shownPath} from './errors.ts';

/** A file opened for reading that may be a recording. */
export type RecordingFile = {
	readonly path: string;
	readonly handle: FileHandle;
	/** True when there are zero bytes near its beginning, as in hardly any text. */
	readonly isBinary: boolean;
};

/**
 * Opens a regular file for reading. Throws LogError when there is none, when it is something else (a FIFO would never
 * open while nobody writes to it), or when it is compressed.
 */
export const openRecording = async (path: string): Promise<RecordingFile> => {
	let handle: FileHandle | undefined;
	try {
		refuseOther(await stat(path), path);
		// What lies at the path may have changed since the look.
		handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
		refuseOther(await handle.stat(), path);
		const {buffer, bytesRead} = await handle.read(Buffer.alloc(beginningSize), 0, beginningSize, 0);
		return {path, handle, isBinary: inspect(buffer.subarray(0, bytesRead), path)};
	} catch (error) {
		await handle?.close();
		throw error instanceof LogError ? error : unreadable(path, error);
	}
};

/** That a file is no recording but something else, in a noun with its article. */
export const noRecording = (path: string, got: string): LogError =>
	new LogError(`expected a recording, got ${got}: ${shownPath(path)}`);

/** That a file cannot be read, for the reason that the system gave. */
export const unreadable = (path: string, cause: unknown): LogError =>
	new LogError(`expected a recording, got ${reasonOf(cause)}: ${shownPath(path)}`, {cause});

const beginningSize = 4096;

const refuseOther = (found: Stats, path: string): void => {
	if (!found.isFile()) throw noRecording(path, kindOf(found));
};

const kindOf = (found: Stats): string => {
	if (found.isDirectory()) return 'a directory';
	if (found.isFIFO()) return 'a pipe';
	return found.isSocket() ? 'a socket' : 'a device';
};

const inspect = (beginning: Buffer, path: string): boolean => {
	const foreign = foreignFormats.find(([bytes]) => beginning.toString('latin1').startsWith(bytes));
	if (foreign) throw noRecording(path, foreign[1]);
	return beginning.includes(0);
};

// By the bytes that they begin with, as their formats say: RFC 1952 and 8878, the xz, ZIP and bzip2 formats, Unicode.
const foreignFormats = [
	['\u001f\u008b', 'a gzip file; gunzip it first'],
	['\u0028\u00b5\u002f\u00fd', 'a zstd file; unzstd it first'],
	['\u00fd7zXZ\0', 'an xz file; unxz it first'],
	['PK\u0003\u0004', 'a zip file; unzip it first'],
	['BZh', 'a bzip2 file; bunzip2 it first'],
	['\u00ff\u00fe', 'text in UTF-16; iconv it to UTF-8 first'],
	['\u00fe\u00ff', 'text in UTF-16; iconv it to UTF-8 first'],
] as const;
