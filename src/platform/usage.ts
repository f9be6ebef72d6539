import type {Status} from 'pidusage';

/** What pidusage tells about a process on every system. */
export type ProcessUsage = {
	/** Resident bytes. */
	readonly rss: number;
	/** Milliseconds of CPU that all its threads together have used, user and system. */
	readonly cpuTime: number;
	readonly parent: number;
	/** Milliseconds since the process started. */
	readonly elapsed: number;
	/** When it was read, Unix milliseconds. */
	readonly time: number;
};

/**
 * Reads a process by pidusage, one call at a time: whoever asks while a call is under way gets its answer.
 * Rejects with the code ENOENT or ESRCH when there is no such process.
 */
export const createUsageReader = (pid: number): (() => Promise<ProcessUsage>) => {
	let underWay: Promise<ProcessUsage> | undefined;
	return () => {
		underWay ??= readUsage(pid).finally(() => {
			underWay = undefined;
		});
		return underWay;
	};
};

const readUsage = async (pid: number): Promise<ProcessUsage> => {
	const pidusage = await loadPidusage();
	const stat: Status | undefined = await pidusage(pid, options);
	if (stat === undefined) throw new Error(`expected pidusage to know pid ${pid}, got nothing`);
	const {memory, ctime, ppid, elapsed, timestamp} = stat;
	return {rss: memory, cpuTime: ctime, parent: ppid, elapsed, time: timestamp};
};

// Both would otherwise come from the environment, where a maxage of 0 makes pidusage call itself for ever.
const options = {maxage: 60_000, usePs: false};

// Loaded when first needed, so that it does not delay the first sample.
const loadPidusage = async () => {
	// pidusage looks here before it prints a warning, which would land on top of the screen.
	process.env.PIDUSAGE_SILENT = '1';
	return (await import('pidusage')).default;
};
