import type {Stats} from 'node:fs';
import {lstat} from 'node:fs/promises';
import {dirname} from 'node:path';
import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import {cleanText} from '../model/clean.ts';
import {errorCode, reasonOf} from '../model/system-error.ts';
import {folderReasonOf} from './folder-reason.ts';
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
			`expected a path that a picture can be written to, got ${folderReasonOf(cause)}: ${shown(path)}`,
			{cause},
		);
	});
};

/** Throws CannotGoOnError when something other than a picture lies at the path, or its folder is missing. */
export const refuseOther = async (path: string): Promise<void> => {
	await stats(`${dirname(path)}/.`, cause => {
		const got = errorCode(cause) === 'ENOENT' ? 'none' : reasonOf(cause);
		return `expected an existing folder for the picture, got ${got}: ${shown(dirname(path))}`;
	});
	const refusal = (got: string): string =>
		`expected a picture to replace, or nothing, got ${got}: ${shown(path)}`;
	const there = await stats(path, cause =>
		errorCode(cause) === 'ENOENT' ? undefined : refusal(reasonOf(cause)),
	);
	if (!there) return;
	if (!there.isFile()) throw new CannotGoOnError(refusal('no regular file'));
	if (there.size === 0 || (await isPictureAt(path, refusal))) return;
	throw new CannotGoOnError(refusal('a file that is none'));
};

// Undefined where the failure is none that anything is to be said of.
const stats = async (
	path: string,
	refusal: (cause: unknown) => string | undefined,
): Promise<Stats | undefined> => {
	try {
		return await lstat(path);
	} catch (cause) {
		const message = refusal(cause);
		if (message === undefined) return undefined;
		throw new CannotGoOnError(message, {cause});
	}
};

const isPictureAt = async (path: string, refusal: (got: string) => string): Promise<boolean> => {
	try {
		return await isAnyPicture(path);
	} catch (cause) {
		throw new CannotGoOnError(refusal(reasonOf(cause)), {cause});
	}
};

const shown = (path: string): string => cleanText(path, 1000);
