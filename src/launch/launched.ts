import {type ChildProcess, type SpawnOptions, spawn} from 'node:child_process';
import {once} from 'node:events';
import {constants} from 'node:os';
import {basename} from 'node:path';
import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import {cleanText} from '../model/clean.ts';
import type {Ending} from '../model/ending.ts';
import {errorCode} from '../platform/error-code.ts';
import type {Command} from './command.ts';
import {openOutputFile} from './output-file.ts';

/** A command that memtop started: a child of its own. */
export type Launched = {
	readonly pid: number;
	/** File name of the program as it was typed, cleaned. */
	readonly name: string;
	/** File that takes all it prints; absent where it prints on the terminal. */
	readonly output?: string;
	/** True when it leads a process group of its own, with all that it starts. */
	readonly isLeader: boolean;
	/** Resolves when it has ended. */
	readonly ended: Promise<Ending>;
	/** How it ended; undefined while it runs. */
	readonly ending: () => Ending | undefined;
};

/**
 * Starts a command in a session of its own, where the keys of the terminal do not reach it: without input, its output
 * appended to a file in `folder`. Rejects with CannotGoOnError when it cannot be started or the file not be written.
 */
export const startApart = async (command: Command, folder: string): Promise<Launched> => {
	const output = openOutputFile(folder, command.program);
	try {
		const stdio = ['ignore', output.descriptor, output.descriptor] as const;
		const child = await start(command, {stdio: [...stdio], detached: true});
		return {...launchedOf(child, command), output: output.name, isLeader: true};
	} finally {
		output.close();
	}
};

/** Starts a command that has the terminal to itself, in memtop's own process group. Rejects as `startApart` does. */
export const startHere = async (command: Command): Promise<Launched> =>
	launchedOf(await start(command, {stdio: 'inherit'}), command);

type Started = ChildProcess & {readonly pid: number};

// The program is executing, or has failed to, when this returns: the first sample never sees memtop's own copy.
const start = async ({program, args, environment}: Command, options: SpawnOptions): Promise<Started> => {
	try {
		const child = spawn(program, [...args], {...options, env: environment});
		if (hasStarted(child)) return child;
		throw (await once(child, 'error'))[0];
	} catch (error) {
		const message = `expected a command that can be started, got "${cleanText(program)}": ${reasonOf(error)}`;
		throw new CannotGoOnError(message, {cause: error});
	}
};

const hasStarted = (child: ChildProcess): child is Started => child.pid !== undefined;

const reasonOf = (error: unknown): string => reasons.get(errorCode(error)) ?? errorCode(error) ?? 'it failed';

const reasons: ReadonlyMap<string | undefined, string> = new Map([
	['ENOENT', 'there is no such program'],
	['EACCES', 'it may not be executed'],
	['ERR_INVALID_ARG_VALUE', 'that names no program'],
]);

const launchedOf = (child: Started, {program}: Command): Launched => {
	let ending: Ending | undefined;
	const ended = new Promise<Ending>(resolve => {
		child.once('exit', (status, signal) => {
			ending = signal === null ? {status: status ?? 0} : {status: 128 + constants.signals[signal], signal};
			resolve(ending);
		});
	});
	return {
		pid: child.pid,
		name: cleanText(basename(program), 64),
		isLeader: false,
		ended,
		ending: () => ending,
	};
};
