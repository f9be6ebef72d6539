import {type FileHandle, open} from 'node:fs/promises';
import {readRows} from '../log/rows.ts';
import type {Range} from '../plot/byte-axis.ts';

/**
 * From and to when the samples of a log are if it holds one recording and its clock never jumped: the stamps of its
 * first and its last line. Undefined where these do not tell. Throws LogError when it cannot be read.
 */
export const guessSpan = async (path: string): Promise<Range | undefined> => {
	for await (const item of readRows(path)) {
		if (item.type !== 'rows') continue;
		const from = item.columns[0]?.[0] ?? Number.NaN;
		const to = await lastStamp(path, from);
		return from <= to ? {from, to} : undefined;
	}
	return undefined;
};

const lastStamp = async (path: string, first: number): Promise<number> => {
	const file = await open(path);
	try {
		const stamp = stampIn(await tailOf(file));
		return first < millisecondsFrom && stamp >= millisecondsFrom ? stamp / 1000 : stamp;
	} finally {
		await file.close();
	}
};

const tailOf = async (file: FileHandle): Promise<string> => {
	const {size} = await file.stat();
	const length = Math.min(size, tailLength);
	const {buffer, bytesRead} = await file.read(Buffer.alloc(length), 0, length, size - length);
	return buffer.toString('latin1', 0, bytesRead);
};

// The last line may be one that is still being written.
const stampIn = (tail: string): number => {
	const line = tail
		.split('\n')
		.slice(0, -1)
		.findLast(text => /^\s*\d/.test(text));
	return Number.parseFloat(line ?? '');
};

const tailLength = 2 ** 16;

// Unix milliseconds from 1973 on.
const millisecondsFrom = 1e11;
