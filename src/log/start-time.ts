import {readFileSync} from 'node:fs';

/**
 * When a process started, as a number that tells it from a later one with its pid: on Linux the clock ticks since boot
 * of `/proc/<pid>/stat` (proc_pid_stat(5), field 22). Undefined for a process that is gone and on other systems.
 */
export const startTime = (pid: number): number | undefined => {
	if (process.platform !== 'linux') return undefined;
	try {
		const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
		// The name, field 2, can hold blanks and parentheses; field 3 follows its last one.
		const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
		return /^\d+$/.test(fields[19] ?? '') ? Number(fields[19]) : undefined;
	} catch {
		return undefined;
	}
};
