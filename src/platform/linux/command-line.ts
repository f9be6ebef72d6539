import {readFileSync} from 'node:fs';

/** The arguments in `cmdline` in the folder of a process; none for a zombie, or where it cannot be read. */
export const readCommandLine = (folder: string): readonly string[] => {
	try {
		return parseCommandLine(readFileSync(`${folder}/cmdline`, 'utf8'));
	} catch {
		return [];
	}
};

/** Arguments each ended by a zero byte, see proc_pid_cmdline(5); a program may have overwritten them with one text. */
export const parseCommandLine = (text: string): readonly string[] => {
	const whole = text.replace(/\0+$/, '');
	return whole === '' ? [] : whole.split('\0');
};
