import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** A sample line of a log: Unix seconds and bytes. */
export type Row = {readonly time: number; readonly inUse: number; readonly system: number};

/** The text of the default log of a folder; empty before there is one. */
export const logText = (folder: string): string => {
	const path = join(folder, 'memory.log');
	return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

/** The whole sample lines of a log, read as gnuplot would: by blanks, and not what begins with `#`. */
export const sampleRows = (text: string): readonly Row[] =>
	text
		.slice(0, text.lastIndexOf('\n') + 1)
		.split('\n')
		.filter(line => line !== '' && !line.startsWith('#'))
		.map(line => {
			const [time = Number.NaN, inUse = Number.NaN, system = Number.NaN] = line.split(' ').map(Number);
			return {time, inUse, system};
		});

/** The objects of the `#` lines of a kind, for example `gap`. */
export const notes = (text: string, kind: string): readonly Record<string, unknown>[] =>
	text
		.split('\n')
		.filter(line => line.startsWith(`# ${kind} {`))
		.map(line => JSON.parse(line.slice(line.indexOf('{'))));

/** How many samples the default log of a folder has. */
export const sampleCount = (folder: string): number => sampleRows(logText(folder)).length;
