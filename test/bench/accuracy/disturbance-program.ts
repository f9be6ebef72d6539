import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {processorTime} from '../processor-time.ts';

/** A running program that works when it is told to. */
export type BusyProgram = {
	readonly pid: number;
	/** Has it work for so long; resolves with rounds done per millisecond of processor time of all its threads. */
	readonly work: (milliseconds: number) => Promise<number>;
	readonly end: () => Promise<void>;
};

/** Starts a program on the first core that says when it is ready, and answers `work 500` with a line of rounds done. */
export const startBusy = async (
	command: readonly string[],
	environment: Readonly<Record<string, string>> = {},
): Promise<BusyProgram> => {
	const child = spawn('taskset', ['-c', '0', ...command], {
		env: {...process.env, ...environment},
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
	const answer = async (): Promise<string> => (await lines.next()).value ?? '';
	await answer();
	const pid = child.pid ?? Number.NaN;
	return {
		pid,
		work: async milliseconds => {
			const before = processorTime(pid);
			child.stdin.write(`work ${milliseconds}\n`);
			return roundsIn(await answer()) / (processorTime(pid) - before);
		},
		end: () => endChild(child),
	};
};

/** Ends a process that is still there, and resolves when it is gone. */
export const endChild = async (child: ChildProcess): Promise<void> => {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = once(child, 'exit');
	child.kill('SIGKILL');
	await exit;
};

const roundsIn = (line: string): number => {
	const rounds = Number.parseInt(line, 10);
	if (rounds > 0) return rounds;
	throw new Error(`expected the rounds it has done, got "${line}"`);
};
