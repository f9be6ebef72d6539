import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {LogError, reasonOf, shownPath} from './errors.ts';

/** Some whole lines of a file, without their `\n`. */
export type Lines = {
	readonly lines: readonly string[];
	/** Where in the file the next line begins, in bytes. */
	readonly offset: number;
};

/**
 * Reads the whole lines of a regular file from a byte offset on, some hundred kilobytes at a time. What follows the
 * last newline is not given; of a line longer than 1 MiB only the beginning is. Throws LogError if it cannot be read.
 */
export async function* readLines(path: string, start = 0): AsyncGenerator<Lines> {
	await refuseOther(path);
	let position = start;
	let rest: Uint8Array = Buffer.alloc(0);
	for await (const bytes of readChunks(path, start)) {
		const whole = bytes.lastIndexOf(newlineByte) + 1;
		if (whole > 0) yield {lines: split(rest, bytes.subarray(0, whole)), offset: position + whole};
		rest = whole > 0 ? bytes.subarray(whole) : extend(rest, bytes);
		position += bytes.length;
	}
}

async function* readChunks(path: string, start: number): AsyncGenerator<Buffer> {
	try {
		yield* createReadStream(path, {start, highWaterMark: chunkSize});
	} catch (cause) {
		throw unreadable(path, cause);
	}
}

// A FIFO would never open while nobody writes to it.
const refuseOther = async (path: string): Promise<void> => {
	const found = await stat(path).catch((cause: unknown) => {
		throw unreadable(path, cause);
	});
	if (found.isFile()) return;
	const kind = found.isDirectory() ? 'a directory' : 'no regular file';
	throw new LogError(`expected a recording, got ${kind}: ${shownPath(path)}`);
};

const unreadable = (path: string, cause: unknown): LogError =>
	new LogError(`expected a recording, got ${reasonOf(cause)}: ${shownPath(path)}`, {cause});

const split = (rest: Uint8Array, bytes: Uint8Array): readonly string[] =>
	Buffer.concat([rest, bytes]).toString('utf8').slice(0, -1).split('\n');

const extend = (rest: Uint8Array, bytes: Uint8Array): Uint8Array =>
	rest.length < longestLine ? Buffer.concat([rest, bytes]) : rest;

const chunkSize = 262_144;

const longestLine = 1_048_576;

const newlineByte = 10;
