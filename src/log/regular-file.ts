import {constants, type Stats} from 'node:fs';
import {dirname} from 'node:path';
import {errorCode, LogError, LogFolderError, reasonOf, shownPath} from './errors.ts';
import type {LogFiles} from './files.ts';

/**
 * Opens a regular file for reading and appending, made with mode 0644 if it is missing, and returns its descriptor.
 * Never follows a link in the file's own place and never waits for the other end of a FIFO.
 * Throws LogError, which tells the kinds of failure apart.
 */
export const openRegularFile = (path: string, files: LogFiles): number => {
	const found = look(path, files);
	refuseOther(found, path);
	const descriptor = open(path, found, files);
	try {
		// What lies at the path may have changed since the look.
		refuseOther(files.fstat(descriptor), path);
		return descriptor;
	} catch (error) {
		files.close(descriptor);
		throw error;
	}
};

// The look comes first because only opening some devices has an effect already.
const look = (path: string, files: LogFiles): Stats | undefined => {
	try {
		return files.lstat(path);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return undefined;
		throw openError(path, undefined, error);
	}
};

const open = (path: string, found: Stats | undefined, files: LogFiles): number => {
	const flags = constants.O_RDWR | constants.O_APPEND | constants.O_NOFOLLOW | constants.O_NONBLOCK;
	try {
		return files.open(path, found === undefined ? flags | constants.O_CREAT : flags, 0o644);
	} catch (error) {
		throw openError(path, found, error);
	}
};

const refuseOther = (found: Stats | undefined, path: string): void => {
	if (found === undefined || found.isFile()) return;
	throw new LogError(`expected a regular file for the log, got ${kindOf(found)}: ${shownPath(path)}`);
};

const kindOf = (stats: Stats): string => {
	if (stats.isSymbolicLink()) return 'a symbolic link';
	if (stats.isDirectory()) return 'a directory';
	if (stats.isFIFO()) return 'a FIFO';
	return stats.isSocket() ? 'a socket' : 'a device';
};

const openError = (path: string, found: Stats | undefined, cause: unknown): LogError => {
	const folder = shownPath(dirname(path));
	if (errorCode(cause) === 'ENOENT') {
		return new LogFolderError(`expected an existing folder for the log, got none: ${folder}`, {cause});
	}
	if (found !== undefined) {
		return new LogError(`expected a log that may be written, got ${reasonOf(cause)}: ${shownPath(path)}`, {
			cause,
		});
	}
	return new LogFolderError(`expected a folder that takes a log, got ${reasonOf(cause)}: ${folder}`, {cause});
};
