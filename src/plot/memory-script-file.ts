import {randomUUID} from 'node:crypto';
import {constants} from 'node:fs';
import {type FileHandle, lstat, open, rename, rm, writeFile} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {cleanText} from '../model/clean.ts';
import {isOurs} from './checksum.ts';
import {folderReasonOf} from './folder-reason.ts';
import {type MemoryScript, memoryScript} from './memory-script.ts';

/** What became of the script beside a log: `kept` when one was there that somebody wrote or edited. */
export type WrittenScript = {readonly path: string; readonly kept: boolean};

/**
 * Writes the script that draws a log beside it, `x.gp` for `x.log`, whole or not at all. One that is edited, or is no
 * script of ours, or no regular file, is left as it is. Throws when the folder cannot be written, or when the log's
 * name holds control characters, which no script can name.
 */
export const writeMemoryScript = async (
	logPath: string,
	about: Omit<MemoryScript, 'logName' | 'pictureName'>,
): Promise<WrittenScript> => {
	const logName = basename(logPath);
	if (cleanText(logName, logName.length) !== logName)
		throw new Error(`expected a log name without control characters, got ${JSON.stringify(logName)}`);
	const stem = logName.replace(/(?<=.)\.log$/, '');
	const path = join(dirname(logPath), `${stem}.gp`);
	if (await isToKeep(path)) return {path, kept: true};
	await writeWhole(path, memoryScript({...about, logName, pictureName: `${stem}.png`}));
	return {path, kept: false};
};

const isToKeep = async (path: string): Promise<boolean> => {
	const stats = await lstat(path).catch(() => undefined);
	if (stats === undefined) return false;
	if (!stats.isFile() || stats.size > longestScript) return true;
	// Not through a link, nor waiting for a FIFO, should one have taken its place since.
	const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
	const file = await open(path, flags).catch(() => undefined);
	return !file || !isOurs(await textOf(file));
};

const textOf = async (file: FileHandle): Promise<string> => {
	try {
		return await file.readFile('utf8');
	} finally {
		await file.close();
	}
};

const writeWhole = async (path: string, text: string): Promise<void> => {
	const partial = join(dirname(path), `.${randomUUID()}.gp`);
	try {
		await writeFile(partial, text, {flag: 'wx'});
		await rename(partial, path);
	} catch (error) {
		await rm(partial, {force: true});
		throw new Error(`cannot write ${path}: ${folderReasonOf(error)}`, {cause: error});
	}
};

const longestScript = 2 ** 20;
