import {cleanText} from '../../model/clean.ts';
import type {ProcessInfo} from '../../model/process-info.ts';

/**
 * What to ask `ps` for, see ps(1) of macOS: one `-o` for each column, because there a `=` takes the rest of its
 * argument as the heading; `ww` so that no line is cut at the width of a terminal.
 */
export const psColumns = [
	'-ww',
	'-o',
	'pid=',
	'-o',
	'user=',
	'-o',
	'rss=',
	'-o',
	'etime=',
	'-o',
	'comm=',
] as const;

/** Processes from the lines of `ps` with these columns; `now` in Unix seconds. Lines of another form are left out. */
export const parsePs = (text: string, now: number): readonly ProcessInfo[] =>
	text.split('\n').flatMap(line => parseLine(line, now) ?? []);

/** Seconds in `[[days-]hours:]minutes:seconds`; NaN for another form. */
export const parseElapsed = (text: string): number => {
	const [, days, hours, minutes, seconds] = /^(?:(?:(\d+)-)?(\d+):)?(\d+):(\d+)$/.exec(text) ?? [];
	if (seconds === undefined) return Number.NaN;
	return ((Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes)) * 60 + Number(seconds);
};

const parseLine = (line: string, now: number): ProcessInfo | undefined => {
	const [, pid, user, rss, etime, program] =
		/^\s*(\d+)\s+(\S+)\s+(\d+)\s+([\d:-]+)\s+(.*\S)/.exec(line) ?? [];
	if (pid === undefined || user === undefined || etime === undefined || program === undefined)
		return undefined;
	const elapsed = parseElapsed(etime);
	return {
		pid: Number(pid),
		name: cleanText(program.split('/').at(-1) || program, 64),
		user: cleanText(user),
		rss: Number(rss) * 1024,
		command: cleanText(program, 4096),
		...(Number.isNaN(elapsed) ? {} : {startTime: now - elapsed}),
	};
};
