import {readlinkSync} from 'node:fs';
import type {Proc} from './proc.ts';

/** Path of the file that a process executes now, as the system names it; undefined where that may not be known. */
export const readProgramFile = (proc: Proc, pid: number): string | undefined => {
	try {
		return readlinkSync(`${proc.root}/${pid}/exe`);
	} catch {
		return undefined;
	}
};
