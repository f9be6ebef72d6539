import {readFileSync} from 'node:fs';

/**
 * Processor time a process has used, in clock ticks: utime and stime, the fields 14 and 15 of /proc/PID/stat
 * (proc(5)), counted after the name, which may hold anything. Undefined where there is no /proc, or no such process.
 */
export const processorTime = (pid: number): number | undefined => {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return Number(fields[11]) + Number(fields[12]);
	} catch {
		return undefined;
	}
};

/**
 * Says, each time it is asked, whether a process has used no processor time for `patience` milliseconds; where that
 * cannot be seen, whether it has run for twelve times as long.
 */
export const stillnessOf = (pid: number, patience: number): (() => boolean) => {
	let used = processorTime(pid);
	let since = performance.now();
	const allowed = used === undefined ? 12 * patience : patience;
	return () => {
		const newly = processorTime(pid);
		if (newly !== used) since = performance.now();
		used = newly;
		return performance.now() - since >= allowed;
	};
};
