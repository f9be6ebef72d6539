import {readFileSync} from 'node:fs';

/**
 * True when this program is the first of its session, as it is where `ssh -t host memtop` or `docker exec -it` runs it
 * without a shell. When it ends, the system hangs up the terminal and throws away what its other end has not read.
 */
export const isSessionLeader = (): boolean => {
	try {
		return sessionOf(readFileSync('/proc/self/stat', 'latin1')) === process.pid;
	} catch {
		return false;
	}
};

/** The session of a process, field 6 of the text of its `/proc/PID/stat`: see proc_pid_stat(5). */
export const sessionOf = (text: string): number =>
	// The name, which may hold anything, is the second field.
	Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[3]);
