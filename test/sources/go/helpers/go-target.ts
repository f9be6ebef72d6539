import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import type {Target} from '../../../../src/model/target.ts';
import {identify} from '../../../../src/platform/linux/identify.ts';
import {createProc} from '../../../../src/platform/linux/proc.ts';

/** What a Go program says of itself, in bytes: the figures of runtime.MemStats. */
export type Report = {
	readonly alloc: number;
	readonly sys: number;
	readonly heapInUse: number;
	readonly heapIdle: number;
	readonly heapReleased: number;
	readonly nextCollection: number;
	/** Collections so far. */
	readonly collections: number;
};

/** A running Go program that obeys; see target/main.go for its commands. */
export type GoTarget = {
	readonly target: Target;
	/** Sends a command and resolves with the answer. */
	readonly tell: (command: string) => Promise<string>;
	readonly report: () => Promise<Report>;
	readonly end: () => Promise<void>;
};

/** Starts the program at this path, with more in its environment, behind other words of a command where there are some. */
export const startGo = async (
	path: string,
	environment: Readonly<Record<string, string>> = {},
	prefix: readonly string[] = [],
): Promise<GoTarget> => {
	const [command = path, ...args] = [...prefix, path];
	const child = spawn(command, args, {
		env: {...process.env, GOGC: '', GOMEMLIMIT: '', ...environment},
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
	const answer = async (): Promise<string> => (await lines.next()).value ?? '';
	await answer();
	const tell = (text: string): Promise<string> => {
		child.stdin.write(`${text}\n`);
		return answer();
	};
	return {
		target: identify(createProc(), child.pid ?? Number.NaN),
		tell,
		report: async () => parseReport(await tell('report')),
		end: () => end(child),
	};
};

const parseReport = (line: string): Report => {
	const [alloc, sys, heapInUse, heapIdle, heapReleased, nextCollection, collections] = line
		.split(' ')
		.map(Number);
	const figures = {alloc, sys, heapInUse, heapIdle, heapReleased, nextCollection, collections};
	if (Object.values(figures).every(isFigure)) return figures as Report;
	throw new Error(`expected a report of seven numbers, got "${line}"`);
};

const isFigure = (figure: number | undefined): boolean => Number.isInteger(figure);

const end = async (child: ChildProcess): Promise<void> => {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = once(child, 'exit');
	child.kill('SIGKILL');
	await exit;
};
