import {lstat, opendir} from 'node:fs/promises';
import {type CounterFile, openCounterFile} from './counter-file.ts';

/** Where an hsperfdata file is looked for. */
export type Whereabouts = {
	/** Folders for temporary files, the most likely first. HotSpot always uses `/tmp` on Linux, whatever TMPDIR says. */
	readonly temporary: readonly string[];
	/** The pid that the process has in its own namespace. */
	readonly innerPid: number;
	/** User id of the process. */
	readonly user: number;
	/** The folder of the file where it is known, for example `hsperfdata_jane`. */
	readonly folder?: string | undefined;
};

/** What came of looking: a file, or whether there is one that may not be read. */
export type Found = {readonly file?: CounterFile; readonly isForbidden: boolean};

/**
 * Finds the hsperfdata file of a process among the folders `hsperfdata_*`, one for each user: the one that belongs to
 * the user of the process, or to root.
 */
export const findCounterFile = async (whereabouts: Whereabouts): Promise<Found> => {
	let isForbidden = false;
	const owners = [...new Set([whereabouts.user, 0])];
	for (const temporary of whereabouts.temporary) {
		for (const name of await foldersIn(temporary, whereabouts.folder)) {
			const folder = `${temporary}/${name}`;
			const opened = await openIn(folder, String(whereabouts.innerPid), owners);
			if (opened === 'forbidden') isForbidden = true;
			else if (opened) return {file: opened, isForbidden: false};
		}
	}
	return {isForbidden};
};

const openIn = async (
	folder: string,
	name: string,
	owners: readonly number[],
): Promise<CounterFile | 'forbidden' | undefined> => {
	try {
		// A link would lead anywhere.
		if (!(await lstat(folder)).isDirectory()) return undefined;
		return await openCounterFile(`${folder}/${name}`, owners);
	} catch (error) {
		return isRefusal(error) && (await isOwned(`${folder}/${name}`, owners)) ? 'forbidden' : undefined;
	}
};

const isRefusal = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');

const isOwned = async (path: string, owners: readonly number[]): Promise<boolean> => {
	try {
		return owners.includes((await lstat(path)).uid);
	} catch {
		return false;
	}
};

// Names; the folder for temporary files may hold any number of others.
const lookLimit = 20_000;
const folderLimit = 200;

const foldersIn = async (temporary: string, known: string | undefined): Promise<readonly string[]> => {
	if (known !== undefined) return [known];
	const folders: string[] = [];
	let looked = 0;
	try {
		for await (const {name} of await opendir(temporary, {bufferSize: 256})) {
			looked += 1;
			if (name.startsWith('hsperfdata_')) folders.push(name);
			if (looked >= lookLimit || folders.length >= folderLimit) break;
		}
	} catch {
		// What may not be listed holds nothing that could be read.
	}
	return folders;
};
