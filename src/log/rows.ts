import {readBlocks} from './blocks.ts';
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
	try {
		yield* readFile(reading, file, options.signal);
	} catch (error) {
		throw errorCode(error) === undefined ? error : unreadable(path, error);
	} finally {
		await file.handle.close();
	}
	if (options.signal?.aborted) return;
	refuseForeign(reading, file);
	if (reading.batch.length > 0) yield takeRows(reading.batch);
	yield {type: 'fileEnd', position: positionOf(reading)};
}

async function* readFile(
	reading: Reading,
	file: RecordingFile,
	signal: AbortSignal | undefined,
): AsyncGenerator<RowItem> {
	for await (const block of readBlocks(file.handle, reading.offset)) {
		for (const item of readBlock(reading, block)) {
			if (signal?.aborted) return;
			yield item;
		}
		// Not only at its end, which can be far away.
		if (file.isBinary) refuseForeign(reading, file);
		if (signal?.aborted || block.next >= reading.until) return;
	}
}

const refuseForeign = (reading: Reading, {isBinary, path}: RecordingFile): void => {
	if (isForeign(reading)) throw noRecording(path, isBinary ? 'a binary file' : 'a file without a sample');
};
