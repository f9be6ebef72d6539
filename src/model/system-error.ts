import {cleanText} from './clean.ts';

/** The code of a system error, for example `ENOSPC`; undefined for any other. */
export const errorCode = (error: unknown): string | undefined =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** A failure in the words of a person, as what was got: `a full disk`. */
export const reasonOf = (error: unknown): string =>
	reasons[errorCode(error) ?? ''] ??
	cleanText(wordsOf(error instanceof Error ? error.message : String(error)), 1000);

// Node says of a system error `CODE: words, call 'path' -> 'path'`.
const wordsOf = (message: string): string => message.replace(/^E[A-Z0-9]+: (.*?)(, \w+( '.*)?)?$/s, '$1');

const reasons: Readonly<Record<string, string>> = {
	EACCES: 'no permission',
	EDQUOT: 'a full disk quota',
	EFBIG: 'a file that may not grow further',
	EIO: 'an input or output error of the disk',
	ELOOP: 'links that lead in a circle',
	EMFILE: 'too many open files',
	ENAMETOOLONG: 'too long a name',
	ENOENT: 'no such file',
	ENOSPC: 'a full disk',
	ENOTDIR: 'a file in place of a folder',
	EPERM: 'no permission',
	EROFS: 'a read-only file system',
};
