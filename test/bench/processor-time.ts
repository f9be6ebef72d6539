import {readdirSync, readFileSync} from 'node:fs';

/** Milliseconds of one core that the threads of a process have used so far, user and system; see proc_pid_schedstat. */
export const processorTime = (pid: number): number =>
	readdirSync(`/proc/${pid}/task`)
		.map(thread => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8'))
		.reduce((sum, schedstat) => sum + Number.parseInt(schedstat, 10) / 1e6, 0);

/**
 * Milliseconds of one core that the children of this program that have ended used in their whole lives, with what
 * they started themselves, in steps of 10 ms; cutime and cstime of proc_pid_stat(5).
 */
export const endedChildrenTime = (): number => {
	const stat = readFileSync('/proc/self/stat', 'utf8');
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	const ticks = Number(fields[13]) + Number(fields[14]);
	return ticks * 10;
};
