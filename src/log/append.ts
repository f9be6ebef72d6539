import {LogError} from './errors.ts';
import type {LogFiles} from './files.ts';

/** A file that takes whole lines only. */
export type WholeAppender = {
	/** Takes all the bytes, which end with a newline, or none of them. Throws LogError or a system error for none. */
	readonly put: (bytes: Uint8Array) => void;
	/** Bytes in the file as we left it. */
	readonly size: () => number;
};

/**
 * Appends by one write each time. A disk that fills up takes a part and reports no error, so what it took is counted
 * and cut off again; but only while nobody else has changed the file's size, otherwise the half line is ended.
 */
export const appendWhole = (descriptor: number, initialSize: number, files: LogFiles): WholeAppender => {
	let size = initialSize;
	let isTorn = false;
	const put = (bytes: Uint8Array): void => {
		const whole = isTorn ? Buffer.concat([newline, bytes]) : bytes;
		const written = files.write(descriptor, whole);
		if (written < whole.length) {
			isTorn = !cutBack(descriptor, {size, written}, files) || isTorn;
			throw new LogError('no room for a whole line');
		}
		size += written;
		isTorn = false;
	};
	return {put, size: () => size};
};

/** Takes the half line out again; false when it stays. */
const cutBack = (
	descriptor: number,
	{size, written}: {readonly size: number; readonly written: number},
	files: LogFiles,
): boolean => {
	try {
		if (files.fstat(descriptor).size !== size + written) return false;
		files.truncate(descriptor, size);
		return true;
	} catch {
		// The next line will then begin on a line of its own.
		return false;
	}
};

const newline = Buffer.from('\n');
