import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import type {Target} from '../../../../src/model/target.ts';
import {identify} from '../../../../src/platform/linux/identify.ts';
import {createProc} from '../../../../src/platform/linux/proc.ts';
import {compileJava} from './compile-java.ts';

/** What a JVM says of itself, in bytes and a count: the figures of its management beans. */
export type Report = Readonly<
	Record<'used' | 'committed' | 'metaspaceUsed' | 'metaspaceCommitted' | 'max' | 'collections', number>
>;

/** What MemoryMXBean said at a time, in milliseconds of the monotonic clock. */
export type Note = {readonly time: number; readonly used: number; readonly committed: number};

/** A running Java program that obeys; see programs/Target.java for its commands. */
export type JavaTarget = {
	readonly target: Target;
	/** Sends a command and resolves with the answer. */
	readonly tell: (command: string) => Promise<string>;
	readonly report: () => Promise<Report>;
	/** The last notes it made, once it was told to `note`. */
	readonly notes: (count: number) => Promise<readonly Note[]>;
	readonly end: () => Promise<void>;
};

/** Starts the program in a JVM with these options, behind other words of a command where there are some. */
export const startJava = async (
	options: readonly string[] = [],
	prefix: readonly string[] = [],
): Promise<JavaTarget> => {
	const words = [...prefix, 'java', ...options, '-cp', compileJava(), 'Target'];
	const [command = 'java', ...args] = words;
	const child = spawn(command, args, {stdio: ['pipe', 'pipe', 'inherit']});
	const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
	const answer = async (): Promise<string> => (await lines.next()).value ?? '';
	await untilReady(answer);
	const tell = (text: string): Promise<string> => {
		child.stdin.write(`${text}\n`);
		return answer();
	};
	return {
		target: identify(createProc(), child.pid ?? Number.NaN),
		tell,
		report: async () => parseReport(await tell('report')),
		notes: async count => parseNotes(await tell(`notes ${count}`)),
		end: () => end(child),
	};
};

// Some JVMs print warnings first.
const untilReady = async (answer: () => Promise<string>): Promise<void> => {
	for (let line = await answer(); line !== 'ready'; line = await answer()) {
		if (line === '') throw new Error('expected the Java program to be ready, it ended');
	}
};

const parseReport = (line: string): Report => {
	const [used, committed, metaspaceUsed, metaspaceCommitted, max, collections] = line.split(' ').map(Number);
	const figures = {used, committed, metaspaceUsed, metaspaceCommitted, max, collections};
	if (Object.values(figures).every(figure => Number.isInteger(figure))) return figures as Report;
	throw new Error(`expected a report of six numbers, got "${line}"`);
};

const parseNotes = (line: string): readonly Note[] => {
	const numbers = line.trim().split(' ').map(Number);
	const notes: Note[] = [];
	for (let at = 0; at + 2 < numbers.length; at += 3) {
		const [time = Number.NaN, used = Number.NaN, committed = Number.NaN] = numbers.slice(at, at + 3);
		notes.push({time: time / 1e6, used, committed});
	}
	return notes;
};

const end = async (child: ChildProcess): Promise<void> => {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = once(child, 'exit');
	child.kill('SIGKILL');
	await exit;
};
