import {cleanText} from '../model/clean.ts';

export {errorCode, reasonOf} from '../model/system-error.ts';

/** A log cannot be used as asked; the message is one clause that says what was expected and what was got. */
export class LogError extends Error {
	override readonly name: string = 'LogError';
}

/** The folder is at fault, so that another file name in it would not help. */
export class LogFolderError extends LogError {
	override readonly name = 'LogFolderError';
}

/** A path as a message shows it. */
export const shownPath = (path: string): string => cleanText(path, 1000);
