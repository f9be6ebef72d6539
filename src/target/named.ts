import {parsePid} from './parse-pid.ts';

/** How the user named what to watch. */
export type Named =
	| {readonly pid: number; readonly name?: never}
	| {readonly name: string; readonly pid?: never};

/** What a bare argument names: digits only is a pid, all else a program. Throws UsageError for a pid out of range. */
export const parseNamed = (text: string): Named =>
	/^\d+$/.test(text) ? {pid: parsePid(text)} : {name: text};
