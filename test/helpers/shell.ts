import type {ExecutionContext} from 'ava';
import {createFolder} from './proc-root.ts';
import {type PseudoTerminal, startInTerminal} from './pseudo-terminal.ts';

/** A shell with job control in a terminal, in an empty folder unless another is given. */
export const startShell = async (
	t: ExecutionContext,
	folder = createFolder(t, {}),
): Promise<PseudoTerminal & {readonly folder: string}> => {
	const shell = startInTerminal(t, {
		program: 'bash',
		args: ['--norc', '--noprofile', '-i'],
		folder,
		environment: {PS1: 'ready> ', HISTFILE: ''},
	});
	await shell.shows('ready>');
	return {...shell, folder};
};
