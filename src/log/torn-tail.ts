import {LogError, shownPath} from './errors.ts';
import type {LogFiles} from './files.ts';

type OpenFile = {readonly descriptor: number; readonly path: string};

/**
 * Cuts a log of ours back to behind its last newline, if a crash or a full disk left half a line or zeros there, and returns
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
	const {start, bytes} = lastBlock(descriptor, size, files);
	const newline = bytes.lastIndexOf(newlineByte);
	if (newline >= 0) return start + newline + 1;
	return start === 0 ? 0 : undefined;
};

type Block = {readonly start: number; readonly bytes: Buffer};

/** The longest possible line before the zeros that a power loss leaves where the file had grown already. */
const lastBlock = (descriptor: number, size: number, files: LogFiles): Block => {
	let block = blockBefore(descriptor, size, files);
	while (block.start > Math.max(0, size - mostZeros) && block.bytes.every(byte => byte === 0)) {
		block = blockBefore(descriptor, block.start, files);
	}
	const zeros = block.bytes.length - block.bytes.findLastIndex(byte => byte !== 0) - 1;
	return blockBefore(descriptor, block.start + block.bytes.length - zeros, files);
};

const blockBefore = (descriptor: number, end: number, files: LogFiles): Block => {
	const start = Math.max(0, end - longestLine);
	const bytes = Buffer.alloc(end - start);
	return {start, bytes: bytes.subarray(0, files.read(descriptor, bytes, start))};
};

// Far more than any line of ours: a header with a command line is the longest.
const longestLine = 65_536;

const mostZeros = 16_777_216;

const newlineByte = 10;
