import type {FileHandle} from 'node:fs/promises';
import {longestLine} from './blocks.ts';
import {parseLine} from './parse.ts';
import {openRecording, unreadable} from './recording-file.ts';
import {readRows} from './rows.ts';
import {endOfTime, perSecond, stampUnitOf} from './stamp.ts';

/** From when to when. */
export type Span = {
	/** Unix seconds. */
	readonly first: number;
	/** Unix seconds. */
	readonly last: number;
};

/**
 * The times of the first and the last sample of a log, by a few reads at its beginning and its end, so that what lies
 * between can be before or behind them. Undefined when there is no sample. Throws LogError as `readRows` does.
 */
export const spanOf = async (path: string): Promise<Span | undefined> => {
	const first = await firstTime(path);
	return first === undefined ? undefined : {first, last: (await lastTime(path)) ?? first};
};

const firstTime = async (path: string): Promise<number | undefined> => {
	for await (const item of readRows(path, {further: []})) {
		if (item.type === 'rows') return item.columns[0]?.[0];
	}
	return undefined;
};

const lastTime = async (path: string): Promise<number | undefined> => {
	const {handle} = await openRecording(path);
	try {
		const {size} = await handle.stat();
		for (let length = tailSize; ; length *= 4) {
			const start = Math.max(0, size - length);
			const time = lastIn(await tailFrom(handle, start, size));
			if (time !== undefined || start === 0 || length > longestTail) return time;
		}
	} catch (error) {
		throw unreadable(path, error);
	} finally {
		await handle.close();
	}
};

const tailSize = 65_536;

// Comments and damage of some megabytes at the end of a log are left for the reading of the whole.
const longestTail = 4 * longestLine;

const tailFrom = async (handle: FileHandle, start: number, end: number): Promise<readonly string[]> => {
	const bytes = Buffer.alloc(end - start);
	const {bytesRead} = await handle.read(bytes, 0, bytes.length, start);
	const lines = bytes.toString('latin1', 0, bytesRead).split('\n').slice(0, -1);
	// Where the tail begins is within a line.
	return start > 0 ? lines.slice(1) : lines;
};

// The names of the columns are not known here, nor needed: the first three are always the same.
const lastIn = (lines: readonly string[]): number | undefined => {
	for (const line of lines.toReversed()) {
		const parsed = parseLine(line, undefined);
		if (parsed.type !== 'sample') continue;
		const time = parsed.stamp / perSecond[stampUnitOf(parsed.stamp)];
		if (time < endOfTime) return time;
	}
	return undefined;
};
