import {randomUUID} from 'node:crypto';
import {constants} from 'node:fs';
import {copyFile, lstat, mkdtemp, rename, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';

/** Where a picture lies now, and why not where it was wanted. */
export type Placed = {readonly path: string; readonly note?: string};

/**
 * Puts a finished file where it is wanted, never half of it, replacing a regular file there. Where that cannot be, or
 * nothing is wanted, it stays in a private folder made for it. Throws when not even that is possible.
 */
export const placeFile = async (finished: string, wanted: string | undefined): Promise<Placed> => {
	if (wanted === undefined) return {path: await keepPrivately(finished, basename(finished))};
	try {
		await putBeside(finished, wanted);
		return {path: wanted};
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return {path: await keepPrivately(finished, basename(wanted)), note: `cannot write ${wanted}: ${reason}`};
	}
};

/** A new folder that nobody else can look into (mode 0700). */
export const privateFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'memtop-'));

// Always a copy and a rename: a rename alone fails across file systems.
const putBeside = async (finished: string, wanted: string): Promise<void> => {
	const stats = await lstat(wanted).catch(() => undefined);
	if (stats !== undefined && !stats.isFile()) throw new Error('expected a regular file there');
	const partial = join(dirname(wanted), `.${randomUUID()}.part`);
	try {
		await copyFile(finished, partial, constants.COPYFILE_EXCL);
		await rename(partial, wanted);
	} finally {
		await rm(partial, {force: true});
	}
};

const keepPrivately = async (finished: string, name: string): Promise<string> => {
	const path = join(await privateFolder(), name);
	await copyFile(finished, path, constants.COPYFILE_EXCL);
	return path;
};
