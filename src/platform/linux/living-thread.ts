import {readdirSync} from 'node:fs';
import {isGone} from '../error-code.ts';
import {type OpenStatm, openStatm, type Statm} from './statm.ts';

/** A thread of a process whose first thread has ended; its memory is that of the process. */
export type LivingThread = {readonly folder: string; readonly statm: OpenStatm};

/** Finds a thread that still has memory below the folder of a process; undefined when none does. */
export const findLivingThread = (folder: string, pageSize: number): LivingThread | undefined => {
	for (const thread of threadsOf(folder)) {
		const living = unlessGone(() => openIfLiving(`${folder}/task/${thread}`, pageSize));
		if (living !== undefined) return living;
	}
	return undefined;
};

/** What a `statm` file tells; undefined once its thread has ended, when it cannot be read or reads zero. */
export const readLiving = (statm: OpenStatm): Statm | undefined => {
	const memory = unlessGone(statm.read);
	return memory !== undefined && memory.virt > 0 ? memory : undefined;
};

/** What `read` returns; undefined when it throws because the process has ended. */
export const unlessGone = <Result>(read: () => Result): Result | undefined => {
	try {
		return read();
	} catch (error) {
		if (isGone(error)) return undefined;
		throw error;
	}
};

const threadsOf = (folder: string): readonly string[] =>
	unlessGone(() => readdirSync(`${folder}/task`)) ?? [];

const openIfLiving = (folder: string, pageSize: number): LivingThread | undefined => {
	const statm = openStatm(`${folder}/statm`, pageSize);
	if (readLiving(statm) !== undefined) return {folder, statm};
	statm.close();
	return undefined;
};
