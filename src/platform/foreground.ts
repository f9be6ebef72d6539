import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';

/** True when this program's process group has its terminal's keys: what C-c sends goes to all of it. */
export const isInForeground = (): boolean => {
	const [own, foreground] = groups();
	return own !== undefined && own > 0 && own === foreground;
};

/** Its process group and that of the foreground of its terminal, -1 without one, from the text of `/proc/PID/stat`. */
export const parseGroups = (text: string): readonly [number, number] => {
	// Fields 5 and 8, see proc_pid_stat(5); the name, which may hold anything, is the second.
	const [, , own, , , foreground] = text.slice(text.lastIndexOf(')') + 2).split(' ');
	return [Number(own), Number(foreground)];
};

const groups = (): readonly (number | undefined)[] => {
	try {
		return parseGroups(readFileSync('/proc/self/stat', 'latin1'));
	} catch {
		const {stdout} = spawnSync('ps', ['-o', 'pgid=,tpgid=', '-p', String(process.pid)], {encoding: 'utf8'});
		return stdout?.trim().split(/\s+/).map(Number) ?? [];
	}
};
