import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {ExecutionContext} from 'ava';
import {type FigureOptions, readFigure} from '../../src/figure/figure.ts';
import {notesOn} from '../../src/figure/notes.ts';
import {newFolder} from '../plot/run-gnuplot.ts';

/** A moment that tests begin at: 2025-11-22 06:00:34 UTC. */
export const start = 1_763_791_234;

type Part = {
	readonly pid?: number;
	readonly from: number;
	readonly length: number;
	readonly source?: string;
	readonly interval?: number;
	readonly continues?: boolean;
	readonly rss?: boolean;
};

/** A recording of a sample each interval, `from` seconds after the start; 10 MiB in use and 20 MiB from the system. */
export const recordingOf = ({
	pid = 1,
	from,
	length,
	source = 'go',
	interval = 1,
	continues,
	rss = false,
}: Part): string => {
	const header = {pid, name: 'server', recorded: start + from, source, interval, host: 'h', continues};
	const rows = Array.from(
		{length},
		(_, row) =>
			`${start + from + row * interval}.000 ${10 * 2 ** 20} ${20 * 2 ** 20}${rss ? ` ${15 * 2 ** 20}` : ''} 0\n`,
	);
	return `# memtop 1 ${JSON.stringify(header)}\n# timestamp in_use system${rss ? ' rss' : ''} approx\n${rows.join('')}`;
};

/** The path of a new log of these parts. */
export const logWith = (...parts: readonly string[]): string => {
	const path = join(newFolder(), 'memory.log');
	writeFileSync(path, parts.join(''));
	return path;
};

/** The figure of some logs, with what is said of them. */
export const read = async (
	t: ExecutionContext,
	paths: readonly string[],
	options: Partial<FigureOptions> = {},
) => {
	const figure = await readFigure({paths, ...options});
	if (!figure) throw t.fail('nothing was read');
	return {...figure, notes: notesOn(figure, paths)};
};

/** Three recordings of a log, from 0, 200 and 300 to 99, 249 and 360 seconds after the start. */
export const three = [
	recordingOf({from: 0, length: 100}),
	'\n\n',
	recordingOf({pid: 2, from: 200, length: 50}),
	'\n\n',
	recordingOf({pid: 3, from: 300, length: 61}),
];
