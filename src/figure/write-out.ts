import {write} from 'node:fs';
import {setTimeout as sleep} from 'node:timers/promises';
import {promisify} from 'node:util';
import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import {errorCode, reasonOf} from '../model/system-error.ts';

/**
 * Writes bytes to standard output until all are taken, whoever reads them has gone, or it is ended early. Throws
 * CannotGoOnError when it cannot; `what` names them for its message.
 */
export const writeOut = async (bytes: Uint8Array, what: string, signal?: AbortSignal): Promise<void> => {
	for (let taken = 0; taken < bytes.length && !signal?.aborted; ) {
		const count = await writeSome(bytes.subarray(taken), what);
		if (count === undefined) return;
		taken += count;
		// A pipe that is full: its reader is slow.
		if (count === 0) await sleep(pause);
	}
};

// Not through the stream of the process, whose failures end the program wherever it is.
const writeSome = async (bytes: Uint8Array, what: string): Promise<number | undefined> => {
	try {
		return (await writeTo(stdout, bytes)).bytesWritten;
	} catch (cause) {
		if (errorCode(cause) === 'EAGAIN') return 0;
		// Whoever reads it may stop before its end.
		if (errorCode(cause) === 'EPIPE') return undefined;
		throw new CannotGoOnError(`expected to write ${what} to standard output, got ${reasonOf(cause)}`, {
			cause,
		});
	}
};

const writeTo = promisify(write);

const stdout = 1;

// Milliseconds.
const pause = 5;
