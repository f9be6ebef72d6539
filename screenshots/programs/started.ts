import {type SpawnOptions, spawn} from 'node:child_process';

/** A process that is drawn under memtop. */
export type Started = {readonly pid: number; readonly end: () => void};

/** What is started, and what to install where it is missing. */
export type Command = {
	readonly program: string;
	readonly args: readonly string[];
	readonly options: SpawnOptions;
	readonly package?: string;
};

/** Starts a program that says nothing. Rejects with one clear line when it is not installed. */
export const startProgram = async (command: Command): Promise<Started> => {
	const {program, args, options, package: name} = command;
	const child = spawn(program, args, {...options, stdio: 'ignore'});
	await new Promise<void>((resolve, reject) => {
		child.once('spawn', resolve);
		child.once('error', error => {
			reject(new Error(`expected ${program} to be installed: apt-get install ${name}`, {cause: error}));
		});
	});
	return {pid: child.pid ?? Number.NaN, end: () => child.kill()};
};
