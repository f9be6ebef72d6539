import {errorCode, reasonOf} from '../model/system-error.ts';

/** Why a new file could not be written, in the words of a person: what is missing then is its folder. */
export const folderReasonOf = (cause: unknown): string =>
	errorCode(cause) === 'ENOENT' ? 'no such folder' : reasonOf(cause);
