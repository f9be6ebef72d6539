import {TargetGoneError} from '../../target/errors.ts';
import {findLivingThread, type LivingThread, readLiving, unlessGone} from './living-thread.ts';
import {type OpenStatm, openStatm, type Statm} from './statm.ts';

/** The memory of one process, held open. */
export type OpenMemory = {
	/** Throws TargetGoneError once the process has ended, or has no thread left with memory. */
	readonly read: () => Statm;
	/** Folder of the thread that the last reading went through, where the first thread has ended before the others. */
	readonly threadFolder: () => string | undefined;
	readonly close: () => void;
};

/** Opens the memory of the process in `folder`. Throws the system's error when there is none. */
export const openMemory = (folder: string, pageSize: number): OpenMemory => {
	const leader = openStatm(`${folder}/statm`, pageSize);
	const thread = createThreadMemory(folder, pageSize, leader);
	return {
		read: () => {
			const memory = readLeader(leader);
			return memory.virt > 0 ? memory : thread.read();
		},
		threadFolder: thread.threadFolder,
		close: () => {
			leader.close();
			thread.close();
		},
	};
};

/** The memory through another thread: when the first one ends before the others, its own file reads zero. */
const createThreadMemory = (folder: string, pageSize: number, leader: OpenStatm): OpenMemory => {
	let thread: LivingThread | undefined;
	const close = (): void => {
		thread?.statm.close();
		thread = undefined;
	};
	const findNext = (): Statm | undefined => {
		close();
		thread = findLivingThread(folder, pageSize);
		// Only while the leader can be read has nobody else its pid, and so this folder.
		readLeader(leader);
		return thread && readLiving(thread.statm);
	};
	return {
		read: () => orGone((thread && readLiving(thread.statm)) ?? findNext()),
		threadFolder: () => thread?.folder,
		close,
	};
};

const readLeader = (leader: OpenStatm): Statm => orGone(unlessGone(leader.read));

const orGone = (memory: Statm | undefined): Statm => {
	if (memory === undefined) throw new TargetGoneError('the process has ended');
	return memory;
};
