import {execFile} from 'node:child_process';
import {promisify} from 'node:util';

/** Runs a program without a shell and gives what it prints. Rejects when it cannot start or fails. */
export type Run = (program: string, args: readonly string[]) => Promise<string>;

/** Runs it for real. */
export const runProgram: Run = async (program, args) => {
	const {stdout} = await execute(program, [...args], {maxBuffer: 64 * 1024 ** 2, windowsHide: true});
	return stdout;
};

const execute = promisify(execFile);
