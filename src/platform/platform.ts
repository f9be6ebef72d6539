import type {Relative} from '../model/relative.ts';
import type {Target} from '../model/target.ts';
import type {ProcessDirectory} from '../target/process-directory.ts';
import type {ProcessUsage} from './usage.ts';

/** What memtop asks of an operating system. */
export type Platform = ProcessDirectory & {
	/** Holds the target open. Rejects with TargetGoneError when it has ended, also when its pid is another's by now. */
	readonly openProcess: (target: Target) => Promise<OpenProcess>;
	/**
	 * A process and all below it in the order of a tree, none once it has ended; a look at every process of the machine.
	 * Absent where the system tells nothing of it.
	 */
	readonly descendants?: (pid: number) => Promise<readonly Relative[]>;
	/** Path of the file that a process executes now; undefined where that may not be known. */
	readonly programOf?: (pid: number) => string | undefined;
};

/** A process held open: its numbers are never those of a later process with the same pid. */
export type OpenProcess = {
	/** Reads at once, cheap enough for every tick. Throws TargetGoneError once the process has ended. */
	readonly memory: () => ProcessMemory;
	/** Reads at once, some 20 µs: not for every tick of a fast pace. Absent where the system tells none of it. */
	readonly details?: () => ProcessDetails;
	/** Walks the page tables of the process, so its cost grows with RSS. Absent where the system has no such count. */
	readonly shares?: () => Promise<ProcessShares>;
	/** CPU time, parent and age, by pidusage. A failure says nothing about whether the process lives. */
	readonly usage: () => Promise<ProcessUsage>;
	readonly close: () => void;
};

/** What a process occupies now, in bytes. */
export type ProcessMemory = {
	readonly rss: number | undefined;
	readonly virt: number | undefined;
	/** True when these are older numbers held over. */
	readonly isOld: boolean;
};

/** Numbers of a process in bytes or counts; undefined where this kernel does not tell one. */
export type ProcessDetails = Readonly<
	Record<
		'rssAnon' | 'rssFile' | 'rssShmem' | 'rssPeak' | 'swap' | 'threads' | 'minorFaults' | 'majorFaults',
		number | undefined
	>
>;

/**
 * Proportional and unique bytes of a process, and the milliseconds it took to count them; or one clause saying why
 * they cannot be told.
 */
export type ProcessShares =
	| {readonly pss: number; readonly uss: number; readonly cost: number; readonly refused?: undefined}
	| {readonly refused: string};
