import {basename, dirname} from 'node:path';
import {formatBytes} from '../model/bytes.ts';
import {type Clock, systemClock} from '../model/clock.ts';
import type {Opened} from './destination.ts';
import {LogError, LogFolderError, shownPath} from './errors.ts';
import {type LogFiles, systemFiles} from './files.ts';
import {type Locking, systemLocking} from './lock.ts';
import {type Log, unavailableLog} from './log.ts';
import {type LogFileOptions, openLogFile} from './log-file.ts';
import {defaultLogPaths} from './names.ts';
import {recordTo} from './recorder.ts';
import {shortSpace} from './space.ts';
import {stdoutDestination} from './stdout.ts';

export {LogError} from './errors.ts';
export type {Log, LogStatus} from './log.ts';

/** Where a recording goes and what it goes by. */
export type LogOptions = {
	/** The file the user named, or `-` for stdout. Without it the default log of `folder` is taken. */
	readonly path?: string | undefined;
	/** Folder of the default log. */
	readonly folder: string;
	/** The target's pid, for the names after the default one. */
	readonly pid: number;
	/** False to write on until the disk is full; true if not given. */
	readonly guard?: boolean;
	readonly clock?: Clock;
	readonly files?: LogFiles;
	readonly locking?: Locking;
};

/**
 * Opens a log to record to. A file that was named and cannot be used throws LogError; when none was named the first
 * usable one of the default names is taken, and without any the log is `unavailable` with the reason in its status.
 */
export const openLog = (options: LogOptions): Log => {
	const {clock = systemClock, files = systemFiles, locking = systemLocking, guard = true, path} = options;
	if (path === '-') return recordToStdout(files, clock);
	const fileOptions = {files, locking, isGuarded: guard, allowsPlain: path !== undefined};
	if (path !== undefined) return recordToNamed(path, fileOptions, clock);
	const paths = defaultLogPaths(options.folder, options.pid);
	// What is left of a log of ours that someone emptied can look like a plain one.
	const open = (own?: string): Opened =>
		openDefault(paths, name => ({...fileOptions, allowsPlain: name === own}));
	try {
		return recordTo(open(), open, clock);
	} catch (error) {
		if (error instanceof LogError) return unavailableLog(error.message);
		throw error;
	}
};

const recordToStdout = (files: LogFiles, clock: Clock): Log => {
	const open = (): Opened => ({destination: stdoutDestination(files)});
	return recordTo(open(), open, clock);
};

const recordToNamed = (path: string, options: LogFileOptions, clock: Clock): Log => {
	// Before the file is made, so that a refusal leaves nothing behind.
	if (options.isGuarded) refuseShortSpace(path, options.files);
	const open = (): Opened => ({destination: openLogFile(path, options)});
	return recordTo(open(), open, clock);
};

const refuseShortSpace = (path: string, files: LogFiles): void => {
	const space = shortSpace(path, files);
	if (space === undefined) return;
	const [least, free] = [formatBytes(space.least), formatBytes(space.free)];
	throw new LogError(
		`expected at least ${least} free on the disk of the log, got ${free}: ${shownPath(path)}`,
	);
};

const openDefault = (paths: readonly string[], optionsOf: (path: string) => LogFileOptions): Opened => {
	let first: LogError | undefined;
	for (const path of paths) {
		try {
			const destination = openLogFile(path, optionsOf(path));
			return {destination, ...(first && {notice: `recording to ${basename(path)}: ${first.message}`})};
		} catch (error) {
			if (!(error instanceof LogError) || error instanceof LogFolderError) throw error;
			first ??= error;
		}
	}
	throw new LogError(
		`expected a free name for the log, got ${paths.length} that are taken: ${shownPath(dirname(paths[0] ?? ''))}`,
	);
};
