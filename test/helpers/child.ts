import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {setTimeout} from 'node:timers/promises';
import type {ExecutionContext} from 'ava';

/** A program started by a test, ended with it at the latest. */
export type Child = {
	readonly pid: number;
	/** The next line it prints. */
	readonly line: () => Promise<string>;
	/** Sends it a line. */
	readonly send: (text: string) => void;
	/** Ends it, and resolves when the system has forgotten it. */
	readonly end: () => Promise<void>;
};

/** Starts a program that the test ends by its pid. */
export const startChild = (t: ExecutionContext, program: string, args: readonly string[]): Child => {
	const child = spawn(program, args, {stdio: ['pipe', 'pipe', 'inherit']});
	const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
	const end = () => endChild(child);
	t.teardown(end);
	return {
		pid: child.pid ?? Number.NaN,
		line: async () => (await lines.next()).value ?? '',
		send: text => void child.stdin.write(`${text}\n`),
		end,
	};
};

/** Starts a Node process that runs `code`, and waits for the first line it prints. */
export const startNode = async (t: ExecutionContext, code: string): Promise<Child> => {
	const child = startChild(t, process.execPath, ['-e', code]);
	await child.line();
	return child;
};

/** Resolves once `condition` holds; fails after ten seconds, long after it should. */
export const until = async (condition: () => boolean): Promise<void> => {
	for (let attempt = 0; attempt < 1000; attempt += 1) {
		if (condition()) return;
		await setTimeout(10);
	}
	throw new Error('expected the condition to hold within ten seconds, it did not');
};

const endChild = async (child: ChildProcess): Promise<void> => {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = once(child, 'exit');
	child.kill('SIGKILL');
	await exit;
};
