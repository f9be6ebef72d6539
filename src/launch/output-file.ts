import {closeSync, constants, fstatSync, openSync} from 'node:fs';
import {basename, join} from 'node:path';
import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import {errorCode} from '../platform/error-code.ts';

/** An open file for what a command prints. */
export type OutputFile = {
	/** Its name in the folder. */
	readonly name: string;
	readonly descriptor: number;
	readonly close: () => void;
};

/**
 * Opens the file in `folder` that the output of a program is appended to, made for its owner alone if it is missing.
 * It is a regular file, never reached through a link. Throws CannotGoOnError when there is something else.
 */
export const openOutputFile = (folder: string, program: string): OutputFile => {
	const name = outputName(program);
	const descriptor = openRegular(join(folder, name), name);
	return {name, descriptor, close: () => closeSync(descriptor)};
};

/** The file name for the output of a program: `memtop-node.out` for `/usr/bin/node`. */
export const outputName = (program: string): string =>
	`memtop-${
		basename(program)
			.replace(/[^\w.+-]/g, '_')
			.slice(0, 64) || 'command'
	}.out`;

const openRegular = (path: string, name: string): number => {
	const descriptor = open(path, name);
	if (fstatSync(descriptor).isFile()) return descriptor;
	closeSync(descriptor);
	throw new CannotGoOnError(`expected a regular file for the output, got something else: ${name}`);
};

// Without waiting: a FIFO that nobody reads is refused by the system itself.
const flags =
	constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK;

const open = (path: string, name: string): number => {
	try {
		return openSync(path, flags, 0o600);
	} catch (error) {
		const code = errorCode(error) ?? 'an error';
		const reason = reasons.get(code) ?? code;
		throw new CannotGoOnError(`expected a file for the output that can be written, got ${reason}: ${name}`, {
			cause: error,
		});
	}
};

const reasons: ReadonlyMap<string, string> = new Map([
	['ELOOP', 'a symbolic link'],
	['EISDIR', 'a directory'],
	['ENXIO', 'a FIFO'],
	['EACCES', 'no permission'],
	['EPERM', 'no permission'],
	['EROFS', 'a read-only file system'],
	['ENOSPC', 'a full disk'],
]);
