import {formatBytes} from '../../model/bytes.ts';
import type {Failure} from './answer.ts';
import {asByteCount} from './byte-count.ts';
import type {Figures} from './figures.ts';
import {goFigures} from './go.ts';
import {linesStarting} from './lines.ts';

/** The figures in the JSON of Go's package expvar: an object in which `memstats` is a runtime.MemStats. */
export const readExpvar = (text: string): Figures | Failure => {
	const json = jsonAround(text);
	if (json.length > sizeLimit) return {failed: `more than ${formatBytes(sizeLimit)} of JSON`};
	const stats = memStatsIn(json);
	if (stats === undefined) return {failed: 'broken JSON'};
	if (stats === null) return {failed: 'JSON without memstats'};
	return goFigures({
		Alloc: asByteCount(stats.Alloc),
		Sys: asByteCount(stats.Sys),
		HeapInuse: asByteCount(stats.HeapInuse),
		HeapIdle: asByteCount(stats.HeapIdle),
		HeapReleased: asByteCount(stats.HeapReleased),
	});
};

/** Some 20 ms of parsing at the worst, for which samples may have to wait. */
const sizeLimit = 256 * 1024;

// Go writes each variable on a line of its own, so that the others, of any size, need not be parsed.
const jsonAround = (text: string): string => {
	const [line] = linesStarting(text, '"memstats": {', sizeLimit);
	return line === undefined ? text : `{${line.replace(/,$/, '')}}`;
};

const memStatsIn = (json: string): Fields | null | undefined => {
	try {
		const variables: unknown = JSON.parse(json);
		return isObject(variables) && isObject(variables.memstats) ? variables.memstats : null;
	} catch {
		return undefined;
	}
};

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
