import {readdir} from 'node:fs/promises';
import {setImmediate} from 'node:timers/promises';
import type {ProcessInfo} from '../../model/process-info.ts';
import {TargetError, TargetGoneError} from '../../target/errors.ts';
import {isGone} from '../error-code.ts';
import {identify} from './identify.ts';
import type {Proc} from './proc.ts';
import {openMemory} from './process-memory.ts';

/** Every process with memory that this user may see, but for memtop itself. */
export const listProcesses = async (proc: Proc): Promise<readonly ProcessInfo[]> => {
	const processes: ProcessInfo[] = [];
	for (const pid of await pidsIn(proc.root)) {
		const found = readProcess(proc, pid);
		if (found !== undefined) processes.push(found);
		// A few dozen microseconds each: a sample that is due need not wait for them all.
		await setImmediate();
	}
	return processes;
};

const pidsIn = async (root: string): Promise<readonly number[]> => {
	const names = await readdir(root);
	return names
		.filter(name => /^\d+$/.test(name))
		.map(Number)
		.filter(pid => pid !== process.pid);
};

/** Undefined for kernel threads, and for what has ended or been hidden meanwhile. */
const readProcess = (proc: Proc, pid: number): ProcessInfo | undefined => {
	try {
		const target = identify(proc, pid);
		return {...target, command: target.command ?? target.name, rss: readResident(proc, pid)};
	} catch (error) {
		if (error instanceof TargetError || error instanceof TargetGoneError || isGone(error)) return undefined;
		throw error;
	}
};

const readResident = (proc: Proc, pid: number): number => {
	const memory = openMemory(`${proc.root}/${pid}`, proc.units().pageSize);
	try {
		return memory.read().rss;
	} finally {
		memory.close();
	}
};
