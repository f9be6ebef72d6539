import type {Destination} from './destination.ts';
import {errorCode, LogError, reasonOf} from './errors.ts';
import type {LogFiles} from './files.ts';

/**
 * Stdout as the destination of a recording. A reader that is slow is waited for, up to `patience` milliseconds; the rest
 * of a line that was begun is always written before anything else. Throws LogError once the reader is gone.
 */
export const stdoutDestination = (files: LogFiles, patience = 500): Destination => {
	let rest: Uint8Array = Buffer.alloc(0);
	const finishRest = (): void => {
		rest = rest.subarray(push(rest, patience, files));
		if (rest.length > 0) throw new LogError('nothing reads from stdout');
	};
	return {
		path: '-',
		isEmpty: isFresh(files),
		put: bytes => {
			finishRest();
			const taken = push(bytes, patience, files);
			if (taken === 0) throw new LogError('nothing reads from stdout');
			rest = bytes.subarray(taken);
		},
		changed: () => undefined,
		shortage: () => undefined,
		flush: () => finishRest(),
		close: () => {},
	};
};

// With `>>` there may be another recording before ours.
const isFresh = (files: LogFiles): boolean => {
	const stats = files.fstat(stdout);
	return !stats.isFile() || stats.size === 0;
};

/** Writes as much as is taken in time, and returns how many bytes that was. Throws only if it was none. */
const push = (bytes: Uint8Array, patience: number, files: LogFiles): number => {
	let taken = 0;
	for (let waits = 0; taken < bytes.length && waits < patience; ) {
		const count = writeSome(bytes.subarray(taken), files);
		if (count instanceof Error) {
			if (taken > 0) return taken;
			throw count;
		}
		taken += count;
		if (count > 0) continue;
		Atomics.wait(sleeper, 0, 0, 1);
		waits += 1;
	}
	return taken;
};

const writeSome = (bytes: Uint8Array, files: LogFiles): number | Error => {
	try {
		return files.write(stdout, bytes);
	} catch (cause) {
		if (errorCode(cause) === 'EAGAIN') return 0;
		return new LogError(errorCode(cause) === 'EPIPE' ? 'stdout was closed' : reasonOf(cause), {cause});
	}
};

const stdout = 1;

const sleeper = new Int32Array(new SharedArrayBuffer(4));
