import {readFileSync} from 'node:fs';

/** When the machine started, whole Unix seconds, from `stat` below `root`, normally `/proc`. */
export const readBootTime = (root: string): number => parseBootTime(readFileSync(`${root}/stat`, 'latin1'));

/** The number of the line `btime`, see proc_stat(5). Throws where there is none. */
export const parseBootTime = (text: string): number => {
	const digits = /^btime (\d+)$/m.exec(text)?.[1];
	if (digits === undefined) throw new Error('expected a line "btime" in /proc/stat, found none');
	return Number(digits);
};
