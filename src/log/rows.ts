import {piecesOf, readBlocks} from './blocks.ts';
import {errorCode} from './errors.ts';
import {noRecording, openRecording, type RecordingFile, unreadable} from './recording-file.ts';
import type {RowItem, RowOptions} from './row-item.ts';
import {takeRows} from './rows/batch.ts';
import {beginReading, isForeign, positionOf, type Reading, readBlock} from './rows/reading.ts';

export type {LogEnd, ReadPosition, RowItem, RowOptions, Rows} from './row-item.ts';
export {furtherOf} from './rows/batch.ts';

/**
 * Reads a log in bounded memory and many samples at a time: ours, or a plain one of any program with stamps (Unix
 * seconds, or parts of them), bytes in use and bytes of system in its first three columns. Throws LogError when the
 * file cannot be read or is no log: it has lines, from the beginning, and none of them says anything.
 */
export async function* readRows(path: string, options: RowOptions = {}): AsyncGenerator<RowItem> {
	const reading = beginReading(options);
	const file = await openRecording(path);
	let isUnended = false;
	try {
		yield* readFile(reading, file, options);
		isUnended = !options.signal?.aborted && (await hasUnendedLine(reading, file));
	} catch (error) {
		throw errorCode(error) === undefined ? error : unreadable(path, error);
	} finally {
		await file.handle.close();
	}
	if (options.signal?.aborted) return;
	refuseForeign(reading, file);
	if (reading.batch.length > 0) yield takeRows(reading.batch);
	yield {type: 'fileEnd', position: positionOf(reading), ...(isUnended && {isUnended})};
}

async function* readFile(
	reading: Reading,
	file: RecordingFile,
	{signal, passed}: RowOptions,
): AsyncGenerator<RowItem> {
	for await (const block of readBlocks(file.handle, reading.offset)) {
		for (const piece of piecesOf(block)) {
			for (const item of readBlock(reading, piece)) {
				if (signal?.aborted) return;
				yield item;
			}
			await passed?.(piece.next);
		}
		// Not only at its end, which can be far away.
		if (file.isBinary) refuseForeign(reading, file);
		if (signal?.aborted || block.next >= reading.until) return;
	}
}

// Not by the size: the file may have grown by whole lines since its end was met.
const hasUnendedLine = async ({offset, until}: Reading, {handle}: RecordingFile): Promise<boolean> => {
	if (until < Infinity) return false;
	const {buffer, bytesRead} = await handle.read(Buffer.alloc(lineSize), 0, lineSize, offset);
	return bytesRead > 0 && !buffer.subarray(0, bytesRead).includes('\n');
};

// More than most lines have.
const lineSize = 65_536;

const refuseForeign = (reading: Reading, {isBinary, path}: RecordingFile): void => {
	if (isForeign(reading)) throw noRecording(path, isBinary ? 'a binary file' : 'a file without a sample');
};
