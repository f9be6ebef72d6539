import {randomUUID} from 'node:crypto';
import {constants} from 'node:fs';
import {copyFile, lstat, rename, rm} from 'node:fs/promises';
import {basename, dirname, join, parse} from 'node:path';
import {cleanText} from '../model/clean.ts';
import {folderReasonOf} from './folder-reason.ts';
import {isPicture} from './own-picture.ts';
import {noTemporaryFile, privateFolder} from './private-folder.ts';

/** Where a picture lies now, and why not where it was wanted. */
export type Placed = {readonly path: string; readonly note?: string};

/**
 * Puts a finished picture where it is wanted, never half of it. It replaces a picture there, but no other file: then
 * it takes a free name beside it, as `memory-2.png`. Where that cannot be, or nothing is wanted, it stays in a private
 * folder made for it. Throws CannotGoOnError when not even that is possible.
 */
export const placeFile = async (finished: string, wanted: string | undefined): Promise<Placed> => {
	if (wanted === undefined) return {path: await keepPrivately(finished, basename(finished))};
	try {
		const path = await replaceable(wanted);
		await putBeside(finished, path);
		return path === wanted ? {path} : {path, note: `${basename(wanted)} is no picture of memtop and is kept`};
	} catch (error) {
		const path = await keepPrivately(finished, nameFor(wanted, finished));
		return {path, note: `cannot write ${cleanText(wanted, 1000)}: ${folderReasonOf(error)}`};
	}
};

// The wanted path, or the first numbered one, where nothing is lost.
const replaceable = async (wanted: string): Promise<string> => {
	const {dir, name, ext} = parse(wanted);
	for (let number = 1; number < 100; number += 1) {
		const path = number === 1 ? wanted : join(dir, `${name}-${number}${ext}`);
		const stats = await lstat(path).catch(() => undefined);
		if (stats === undefined) return path;
		if (!stats.isFile()) throw new Error('expected a regular file there');
		if (await isPicture(path)) return path;
	}
	throw new Error('expected a picture of memtop there, or a free name beside it');
};

/** Puts a finished file at a path, in place of what is there, never half of it. Throws when it cannot. */
export const putBeside = async (finished: string, wanted: string): Promise<void> => {
	// Always a copy and a rename: a rename alone fails across file systems.
	const partial = join(dirname(wanted), `.${randomUUID()}.part`);
	try {
		await copyFile(finished, partial, constants.COPYFILE_EXCL);
		await rename(partial, wanted);
	} finally {
		await rm(partial, {force: true});
	}
};

// A name that was too long there is so here.
const nameFor = (wanted: string, finished: string): string =>
	Buffer.byteLength(basename(wanted)) > 255 ? basename(finished) : basename(wanted);

const keepPrivately = async (finished: string, name: string): Promise<string> => {
	const folder = await privateFolder();
	const path = join(folder, name);
	try {
		await copyFile(finished, path, constants.COPYFILE_EXCL);
		return path;
	} catch (cause) {
		await rm(folder, {recursive: true, force: true});
		throw noTemporaryFile(cause);
	}
};
