import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import {cleanText} from '../model/clean.ts';
import {folderReasonOf} from './folder-reason.ts';

/** A new folder that nobody else can look into (mode 0700). Throws CannotGoOnError when there can be none. */
export const privateFolder = async (): Promise<string> => {
	try {
		return await mkdtemp(join(tmpdir(), 'memtop-'));
	} catch (cause) {
		throw noTemporaryFile(cause);
	}
};

/** Lends a private folder to some work. Throws CannotGoOnError when there can be none, and what the work throws. */
export const inFolder = async <Result>(work: (folder: string) => Promise<Result>): Promise<Result> => {
	const folder = await privateFolder();
	try {
		return await work(folder);
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};

/** Writes a file into a private folder. Throws CannotGoOnError when it cannot. */
export const writePrivately = async (folder: string, name: string, text: string): Promise<void> => {
	await writeFile(join(folder, name), text).catch((cause: unknown) => {
		throw noTemporaryFile(cause);
	});
};

/** What to throw when a temporary file could not be written. */
export const noTemporaryFile = (cause: unknown): CannotGoOnError =>
	new CannotGoOnError(
		`expected a folder for temporary files that can be written, got ${folderReasonOf(cause)}: ${cleanText(tmpdir(), 1000)}`,
		{cause},
	);
