import {lstat} from 'node:fs/promises';
import {dirname} from 'node:path';
import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import {cleanText} from '../model/clean.ts';
import {isAnyPicture} from './picture-signature.ts';
import {putBeside} from './place.ts';

/**
 * Puts a finished picture at a path, whole or not at all, in place of a picture that may be there. Throws
 * CannotGoOnError as `refuseOther` does, or when it cannot be written.
 */
export const replacePicture = async (finished: string, path: string): Promise<void> => {
	await refuseOther(path);
	await putBeside(finished, path).catch((cause: unknown) => {
		throw new CannotGoOnError(
			`expected a folder that takes a picture, got ${reasonOf(cause)}: ${shown(dirname(path))}`,
			{cause},
		);
	});
};

/** Throws CannotGoOnError when something other than a picture lies at the path, or its folder is missing. */
export const refuseOther = async (path: string): Promise<void> => {
	const folder = await lstat(`${dirname(path)}/.`).catch(() => undefined);
	if (!folder)
		throw new CannotGoOnError(
			`expected an existing folder for the picture, got none: ${shown(dirname(path))}`,
		);
	const stats = await lstat(path).catch(() => undefined);
	if (!stats) return;
	if (stats.isFile() && (stats.size === 0 || (await isAnyPicture(path)))) return;
	const got = stats.isFile() ? 'a file that is none' : 'no regular file';
	throw new CannotGoOnError(`expected a picture to replace, or nothing, got ${got}: ${shown(path)}`);
};

const shown = (path: string): string => cleanText(path, 1000);

const reasonOf = (cause: unknown): string =>
	cleanText(cause instanceof Error ? cause.message : String(cause), 1000);
