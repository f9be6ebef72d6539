import {type FileHandle, open} from 'node:fs/promises';
import {join} from 'node:path';
import {cleanText} from '../model/clean.ts';
import {names, windowMarker} from './gnuplot-script.ts';

/** What gnuplot has said: how many bytes, and the last of them, at most 64 KiB. */
export type Said = {readonly size: number; readonly end: string};

/** What the gnuplot that works in this folder has said until now. Throws when its file cannot be read. */
export const saidIn = async (folder: string): Promise<Said> => {
	const file = await open(join(folder, names.errors));
	try {
		const {size} = await file.stat();
		return {size, end: await endOf(file, size)};
	} finally {
		await file.close();
	}
};

/** The last line that is a complaint, cleaned; empty when there is none. */
export const lastLine = ({end}: Said): string =>
	cleanText(
		end
			.split('\n')
			.filter(line => line.trim() !== '' && line !== windowMarker)
			.at(-1) ?? '',
	);

// No more than the size it had: it may grow faster than it is read.
const endOf = async (file: FileHandle, size: number): Promise<string> => {
	const length = Math.min(size, longestEnd);
	const {buffer, bytesRead} = await file.read(Buffer.alloc(length), 0, length, size - length);
	return buffer.toString('utf8', 0, bytesRead);
};

const longestEnd = 2 ** 16;
