import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import type {Target} from '../../../../src/model/target.ts';
import {identify} from '../../../../src/platform/linux/identify.ts';
import {createProc} from '../../../../src/platform/linux/proc.ts';
import {type NodeMajor, nodeProgram} from '../../../helpers/node-versions.ts';

/** What an isolate says of itself, in bytes: `v8.getHeapStatistics()`. */
export type Report = Readonly<Record<'used' | 'total' | 'external' | 'limit', number>>;

/** A Node process that does what it is told. */
export type NodeTarget = {
	readonly target: Target;
	/** Has it do something: see the commands in target/program.mjs. Resolves when that is done. */
	readonly tell: (command: string) => Promise<void>;
	/** What each of its isolates says now, the main one first. */
	readonly reports: () => Promise<readonly Report[]>;
	readonly end: () => Promise<void>;
};

/** The program. */
export const programFile = fileURLToPath(new URL('../target/program.mjs', import.meta.url));

/** Starts it by a version of Node with these options. */
export const startNodeTarget = async (
	major: NodeMajor,
	options: readonly string[] = [],
): Promise<NodeTarget> => {
	const child = spawn(nodeProgram(major), ['--expose-gc', '--no-warnings', ...options, programFile], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
	await lines.next();
	const ask = async (command: string): Promise<unknown> => {
		child.stdin.write(`${command}\n`);
		return JSON.parse((await lines.next()).value ?? 'null');
	};
	return {
		target: identify(createProc(), child.pid ?? Number.NaN),
		tell: async command => void (await ask(command)),
		reports: async () => (await ask('reports')) as readonly Report[],
		end: () => endChild(child),
	};
};

const endChild = async (child: ChildProcess): Promise<void> => {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = once(child, 'exit');
	child.kill('SIGKILL');
	await exit;
};
