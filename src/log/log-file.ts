import {appendWhole} from './append.ts';
import {watchFile} from './change.ts';
import type {Destination} from './destination.ts';
import {errorCode, LogError, reasonOf, shownPath} from './errors.ts';
import type {LogFiles} from './files.ts';
import {type LogKind, logKind} from './kind.ts';
import {type Locking, takeLock} from './lock.ts';
import {openRegularFile} from './regular-file.ts';
import {guardSpace} from './space.ts';
import {cutTornTail, endsWhole} from './torn-tail.ts';

/** How a log file is opened. */
export type LogFileOptions = {
	readonly files: LogFiles;
	readonly locking: Locking;
	/** Also takes a plain log of another program whose last line is whole. */
	readonly allowsPlain: boolean;
	/** Stops by itself before the disk is full. */
	readonly isGuarded: boolean;
};

/**
 * Opens a file to append a recording: a new one, a memory log of ours with its torn last line cut off, or a plain log
 * if allowed. It is locked until it is closed. Throws LogError, with a file that was there as it was.
 */
export const openLogFile = (path: string, options: LogFileOptions): Destination => {
	const descriptor = openRegularFile(path, options.files);
	let unlock = (): void => {};
	try {
		unlock = lock(path, descriptor, options.locking);
		const size = prepare({descriptor, path}, options);
		return toDestination({descriptor, path, size, unlock}, options);
	} catch (cause) {
		giveBack({descriptor, unlock}, options.files);
		if (cause instanceof LogError) throw cause;
		throw new LogError(`expected a log that can be used, got ${reasonOf(cause)}: ${shownPath(path)}`, {
			cause,
		});
	}
};

type OpenFile = {readonly descriptor: number; readonly path: string};

const lock = (path: string, descriptor: number, locking: Locking): (() => void) => {
	const unlock = takeLock(path, descriptor, locking);
	if (unlock !== undefined) return unlock;
	throw new LogError(
		`expected a log of its own, got one that another memtop is recording to: ${shownPath(path)}`,
	);
};

/** Refuses what is no log, heals what is ours, and returns the size in bytes. */
const prepare = (file: OpenFile, {files, allowsPlain}: LogFileOptions): number => {
	const kind = readKind(file.descriptor, files);
	if (kind === 'memtop') return cutTornTail(file, files);
	if (kind === 'other' || (kind === 'plain' && !allowsPlain)) {
		throw new LogError(`expected a memory log, got another kind of file: ${shownPath(file.path)}`);
	}
	if (!endsWhole(file.descriptor, files)) {
		throw new LogError(`expected a log of whole lines, got half a line at its end: ${shownPath(file.path)}`);
	}
	return files.fstat(file.descriptor).size;
};

const readKind = (descriptor: number, files: LogFiles): LogKind => {
	const beginning = Buffer.alloc(65_536);
	const length = files.read(descriptor, beginning, 0);
	return logKind(beginning.subarray(0, length));
};

const toDestination = (
	file: OpenFile & {readonly size: number; readonly unlock: () => void},
	{files, isGuarded}: LogFileOptions,
): Destination => {
	const {put, size} = appendWhole(file.descriptor, file.size, files);
	return {
		path: file.path,
		isEmpty: file.size === 0,
		...{put, size},
		changed: watchFile(file, size, files),
		shortage: isGuarded ? guardSpace(file.path, files) : () => undefined,
		flush: () => flush(file.descriptor, files),
		close: () => giveBack(file, files),
	};
};

const flush = (descriptor: number, files: LogFiles): void => {
	try {
		files.sync(descriptor);
	} catch (error) {
		// Some file systems cannot be told to flush, which says nothing about what was written.
		if (!['EINVAL', 'ENOSYS', 'ENOTSUP'].includes(errorCode(error) ?? '')) throw error;
	}
};

const giveBack = (
	{descriptor, unlock}: {readonly descriptor: number; readonly unlock: () => void},
	files: LogFiles,
): void => {
	try {
		try {
			unlock();
		} finally {
			files.close(descriptor);
		}
	} catch {
		// Nothing is left to be done with the file, and what could not be flushed was told when it was flushed.
	}
};
