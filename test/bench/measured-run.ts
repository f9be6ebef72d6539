import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {setTimeout} from 'node:timers/promises';
import {endedChildrenTime} from './processor-time.ts';

/** What a program needed. */
export type MeasuredRun = {
	/** Milliseconds from its start to its end. */
	readonly wall: number;
	/** Milliseconds of one core, with all that it started. */
	readonly processor: number;
	/** Bytes: the most that any single one of its processes had resident. */
	readonly peak: number;
};

/** Runs a program to its end, alone, in a folder. Throws when it fails. */
export const measureRun = async (
	program: string,
	args: readonly string[],
	folder: string,
): Promise<MeasuredRun> => {
	const before = endedChildrenTime();
	const start = performance.now();
	const child = spawn(program, args, {cwd: folder, stdio: ['ignore', 'ignore', 'inherit']});
	const ended = once(child, 'exit') as Promise<[code: number | null]>;
	const peak = watchPeak(child.pid ?? 0, ended);
	const [status] = await ended;
	const wall = performance.now() - start;
	if (status !== 0) throw new Error(`expected ${program} to end with 0, got ${status}`);
	return {wall, processor: endedChildrenTime() - before, peak: await peak};
};

const watchPeak = async (pid: number, ended: Promise<unknown>): Promise<number> => {
	let [peak, isOver] = [0, false];
	void ended.then(() => {
		isOver = true;
	});
	while (!isOver) {
		peak = Math.max(peak, ...[pid, ...childrenOf(pid)].map(peakOf));
		await setTimeout(5);
	}
	return peak;
};

// VmHWM, in kibibytes; see proc_pid_status(5). Nothing of one that has just ended.
const peakOf = (pid: number): number =>
	Number(/^VmHWM:\s+(\d+) kB$/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;

const childrenOf = (pid: number): number[] =>
	textOf(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);

const textOf = (path: string): string => {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
};
