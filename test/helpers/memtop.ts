import {type ChildProcessByStdio, spawn} from 'node:child_process';
import {once} from 'node:events';
import type {Readable} from 'node:stream';
import {text} from 'node:stream/consumers';
import {fileURLToPath} from 'node:url';
import type {ExecutionContext} from 'ava';
import {createFolder} from './proc-root.ts';
import {type PseudoTerminal, startInTerminal, type TerminalProgram} from './pseudo-terminal.ts';

/** The built program. */
export const memtopFile = fileURLToPath(new URL('../../bin/memtop.js', import.meta.url));

/** A memtop on a screen, in a folder of its own. */
export type ScreenMemtop = PseudoTerminal & {readonly folder: string};

/** Starts memtop in a terminal and an empty folder; its screen is not waited for. */
export const startMemtop = (
	t: ExecutionContext,
	args: readonly (string | number)[],
	options: Partial<TerminalProgram> = {},
): ScreenMemtop => {
	const {folder = createFolder(t, {})} = options;
	const program = {program: process.execPath, args: [memtopFile, ...args.map(String)], folder};
	return {...startInTerminal(t, {...program, ...options}), folder};
};

/** The same, and waits for a whole frame with a first sample: a number with such a unit, and the key line. */
export const showMemtop = async (...start: Parameters<typeof startMemtop>): Promise<ScreenMemtop> => {
	const memtop = startMemtop(...start);
	await memtop.shows(/\d [KMG]iB.*q quit/s);
	return memtop;
};

/** What a memtop without a terminal wrote, and how it ended. */
export type Ended = {readonly status: number; readonly stdout: string; readonly stderr: string};

/** A memtop without a terminal, in a folder of its own. */
export type PlainMemtop = {readonly pid: number; readonly folder: string; readonly ended: Promise<Ended>};

/** Starts memtop without a terminal; the test ends it at the latest. */
export const spawnMemtop = (
	t: ExecutionContext,
	args: readonly (string | number)[],
	folder = createFolder(t, {}),
): PlainMemtop => {
	const child = spawn(process.execPath, [memtopFile, ...args.map(String)], {
		cwd: folder,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	t.teardown(() => child.kill('SIGKILL'));
	return {pid: child.pid ?? Number.NaN, folder, ended: endOf(child)};
};

/** Runs memtop without a terminal to its end. */
export const runMemtop = (...start: Parameters<typeof spawnMemtop>): Promise<Ended> =>
	spawnMemtop(...start).ended;

const endOf = async (child: ChildProcessByStdio<null, Readable, Readable>): Promise<Ended> => {
	const [[status], stdout, stderr] = await Promise.all([
		once(child, 'close'),
		text(child.stdout),
		text(child.stderr),
	]);
	return {status, stdout, stderr};
};
