import {basename} from 'node:path';
import type {Target} from '../../model/target.ts';
import {readCommandLine} from '../../platform/linux/command-line.ts';
import type {Proc} from '../../platform/linux/proc.ts';

/**
 * Whether a process whose memory may not be read looks like one with V8, by what it was called with. Good enough to say
 * what would help, never to read the process by.
 */
export const mayBeV8 = (proc: Proc, {pid}: Target): boolean => {
	const [program = ''] = readCommandLine(`${proc.root}/${pid}`);
	return /^(?:node(?:js)?(?:-?\d[\d.]*)?|electron|deno|chrome|chromium)$/.test(basename(program));
};
