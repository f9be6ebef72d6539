import {LogError, shownPath} from './errors.ts';
import type {LogFiles} from './files.ts';

type OpenFile = {readonly descriptor: number; readonly path: string};

/**
 * Cuts a log of ours back to behind its last newline, if a crash or a full disk left half a line there, and returns
 * its size in bytes. To be called only while the lock is held. Throws LogError when no line ends
 * near the end, and system errors.
 */
export const cutTornTail = ({descriptor, path}: OpenFile, files: LogFiles): number => {
	const {size} = files.fstat(descriptor);
	const whole = wholeLength(descriptor, size, files);
	if (whole === undefined)
		throw new LogError(`expected a memory log of whole lines, got a damaged end: ${shownPath(path)}`);
	if (whole === size || files.fstat(descriptor).size !== size) return size;
	files.truncate(descriptor, whole);
	return whole;
};

/** True when the last line of a file is whole, or there is none. */
export const endsWhole = (descriptor: number, files: LogFiles): boolean => {
	const {size} = files.fstat(descriptor);
	return wholeLength(descriptor, size, files) === size;
};

const wholeLength = (descriptor: number, size: number, files: LogFiles): number | undefined => {
	const start = Math.max(0, size - longestLine);
	const end = Buffer.alloc(size - start);
	const length = files.read(descriptor, end, start);
	const newline = end.subarray(0, length).lastIndexOf(newlineByte);
	if (newline >= 0) return start + newline + 1;
	return start === 0 ? 0 : undefined;
};

// Far more than any line of ours: a header with a command line is the longest.
const longestLine = 65_536;

const newlineByte = 10;
