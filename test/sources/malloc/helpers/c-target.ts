import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import type {Target} from '../../../../src/model/target.ts';
import {identify} from '../../../../src/platform/linux/identify.ts';
import {createProc} from '../../../../src/platform/linux/proc.ts';

/** What a C program says of itself, in bytes: figures of mallinfo2, which sums all arenas. */
export type Report = {
	/** `uordblks + hblkhd`. */
	readonly inUse: number;
	/** `arena + hblkhd`. */
	readonly system: number;
	/** `fordblks`: all that is free, tops of heaps included. */
	readonly free: number;
	/** `fsmblks`: of that, in fast bins. */
	readonly fast: number;
	/** `hblkhd` and `hblks`: bytes and number of chunks mapped by themselves. */
	readonly mapped: number;
	readonly maps: number;
};

/** A running C program that obeys; see programs/heap.c for its commands. */
export type CTarget = {
	readonly target: Target;
	/** Sends commands one after the other and resolves with the last answer. */
	readonly tell: (...commands: readonly string[]) => Promise<string>;
	readonly report: () => Promise<Report>;
	readonly end: () => Promise<void>;
};

/** Starts the program at this path, with more in its environment and with arguments. */
export const startC = async (
	path: string,
	environment: Readonly<Record<string, string>> = {},
	args: readonly string[] = [],
): Promise<CTarget> => {
	const child = spawn(path, args, {
		env: {...process.env, ...environment},
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
	const answer = async (): Promise<string> => (await lines.next()).value ?? '';
	await answer();
	const tell = async (...commands: readonly string[]): Promise<string> => {
		let last = '';
		for (const command of commands) {
			child.stdin.write(`${command}\n`);
			last = await answer();
		}
		return last;
	};
	const end = async (): Promise<void> => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		const exit = once(child, 'exit');
		child.kill('SIGKILL');
		await exit;
	};
	return {
		target: identify(createProc(), child.pid ?? Number.NaN),
		tell,
		report: async () => parseReport(await tell('report')),
		end,
	};
};

const parseReport = (line: string): Report => {
	const [inUse, system, free, fast, , mapped, maps] = line.split(' ').map(Number);
	const figures = {inUse, system, free, fast, mapped, maps};
	if (Object.values(figures).every(figure => Number.isInteger(figure))) return figures as Report;
	throw new Error(`expected a report of seven numbers, got "${line}"`);
};
