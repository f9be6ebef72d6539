import type {ExecutionContext} from 'ava';
import {startChild} from './child.ts';

/** A process whose memory a test decides. */
export type MemoryTarget = {
	readonly pid: number;
	/** Takes so many bytes from the system and touches every page. */
	readonly allocate: (bytes: number) => Promise<void>;
	/** Gives back all that was allocated, and resolves when its RSS has fallen by that much. */
	readonly free: () => Promise<void>;
	readonly end: () => Promise<void>;
};

// The memory of a buffer is mapped by itself, outside of the heap, and unmapped when the buffer is collected.
const program = `
const {readFileSync} = require('node:fs');
const rss = () => Number(readFileSync('/proc/self/statm', 'utf8').split(' ')[1]) * 4096;
const commands = {
	allocate: bytes => { held = Buffer.allocUnsafeSlow(bytes).fill(1); },
	free: () => {
		const limit = rss() - held.length * 0.9;
		held = undefined;
		return new Promise(resolve => {
			const collect = () => { gc(); rss() < limit ? resolve() : setTimeout(collect, 10); };
			collect();
		});
	},
};
let held;
require('node:readline').createInterface({input: process.stdin}).on('line', async line => {
	const [command, bytes] = line.split(' ');
	await commands[command](Number(bytes));
	console.log('done');
});
gc();
console.log('ready');
`;

/** Starts a process that allocates and frees when it is told to; the test ends it. */
export const startTarget = async (t: ExecutionContext): Promise<MemoryTarget> => {
	const child = startChild(t, process.execPath, ['--expose-gc', '-e', program]);
	await child.line();
	const tell = async (command: string): Promise<void> => {
		child.send(command);
		const answer = await child.line();
		if (answer !== 'done') throw new Error(`expected the target to do "${command}", got "${answer}"`);
	};
	const allocate = (bytes: number) => tell(`allocate ${bytes}`);
	const free = () => tell('free');
	// The first time costs memory of its own.
	await allocate(2 ** 22);
	await free();
	return {
		pid: child.pid,
		allocate,
		free,
		end: child.end,
	};
};
