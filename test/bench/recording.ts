import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {withFolder} from './folder.ts';
import {memtop} from './memtop.ts';
import {endedChildrenTime, processorTime} from './processor-time.ts';

/** What came of ten seconds of recording, and what it cost. */
export type Recording = {
	/** Time stamps in the log, milliseconds. */
	readonly stamps: readonly number[];
	/** Milliseconds of CPU, from the start of the program to its end. */
	readonly whole: number;
	/** Milliseconds of CPU in eight of its seconds, start and end left out. */
	readonly steady: number;
};

/** Seconds that are recorded. */
export const duration = 10;

/** Has memtop record a process every `interval` milliseconds. */
export const recordByMemtop = (pid: number, interval: number): Promise<Recording> =>
	record(path => [
		memtop,
		'record',
		'--source',
		'os',
		'-p',
		pid,
		'-d',
		interval / 1000,
		'--for',
		duration,
		'-o',
		path,
	]);

/** Has a bare Node loop read and write the same. */
export const recordByLoop = (pid: number, interval: number): Promise<Recording> => {
	const loop = fileURLToPath(new URL('programs/bare-loop.js', import.meta.url));
	return record(path => [loop, pid, path, interval, (duration * 1000) / interval]);
};

const record = (argsFor: (path: string) => readonly (string | number)[]): Promise<Recording> =>
	withFolder(async folder => {
		const path = join(folder, 'recorded.log');
		const before = endedChildrenTime();
		const child = spawn(process.execPath, argsFor(path).map(String), {stdio: 'ignore'});
		const exit = once(child, 'exit');
		const steady = await steadyTime(child.pid ?? Number.NaN);
		await exit;
		return {stamps: await readStamps(path), whole: endedChildrenTime() - before, steady};
	});

const steadyTime = async (pid: number): Promise<number> => {
	await setTimeout(1500);
	const before = processorTime(pid);
	await setTimeout(8000);
	return processorTime(pid) - before;
};

const readStamps = async (path: string): Promise<readonly number[]> => {
	const lines = (await readFile(path, 'utf8')).split('\n');
	return lines.filter(line => /^\d/.test(line)).map(line => Number.parseFloat(line) * 1000);
};
