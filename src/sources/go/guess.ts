import {stat} from 'node:fs/promises';
import type {Target} from '../../model/target.ts';
import {readCommandLine} from '../../platform/linux/command-line.ts';
import {holdBytes} from '../../platform/linux/held-bytes.ts';
import type {Proc} from '../../platform/linux/proc.ts';
import {readProgram} from './program.ts';

/**
 * Whether a process whose program may not be read looks like a Go program, by the file that its command line names. Good
 * enough to say what would help, never to read the process by.
 */
export const mayBeGo = async (proc: Proc, {pid}: Target): Promise<boolean> => {
	const [path = ''] = readCommandLine(`${proc.root}/${pid}`);
	if (!path.startsWith('/')) return false;
	try {
		return await isGoFile(path);
	} catch {
		return false;
	}
};

const isGoFile = async (path: string): Promise<boolean> => {
	// A pipe in its place would never open.
	if (!(await stat(path)).isFile()) return false;
	const file = await holdBytes(path);
	try {
		return typeof (await readProgram(file)) !== 'string';
	} finally {
		file.close();
	}
};
