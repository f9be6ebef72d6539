import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {ExecutionContext} from 'ava';
import {systemClock} from '../../../src/model/clock.ts';
import {seriesOf} from '../../../src/model/history.ts';
import type {MetricId} from '../../../src/model/metric.ts';
import {timeAt, valueAt} from '../../../src/model/series.ts';
import {type OpenLog, openLog, type Seen} from '../../../src/recorded/open-log.ts';
import {readWhole} from '../../../src/recorded/read-log.ts';
import {createFolder} from '../../helpers/proc-root.ts';

/** The path of a file with this content, gone after the test. */
export const fileOf = (t: ExecutionContext, content: string | Uint8Array, name = 'x.log'): string => {
	const path = join(createFolder(t, {}), name);
	writeFileSync(path, content);
	return path;
};

/** How a test reads: nothing is told, nothing ends it. */
export const plainReading = {
	clock: systemClock,
	signal: new AbortController().signal,
	isFollowed: false,
	tell: () => {},
};

/** A log that was read to its end. */
export const readPath = async (path: string): Promise<OpenLog> => {
	const log = openLog(path, false);
	await readWhole(log, plainReading);
	return log;
};

/** What is shown of a log with this content. */
export const see = async (t: ExecutionContext, content: string | Uint8Array, name?: string): Promise<Seen> =>
	(await readPath(fileOf(t, content, name))).seen();

/** The samples of a metric, each as its time and its value. */
export const samplesOf = (
	{recording}: Pick<Seen, 'recording'>,
	id: MetricId,
): readonly (readonly number[])[] => {
	const series = seriesOf(recording.history, id);
	return Array.from({length: series.length}, (_, index) => [timeAt(series, index), valueAt(series, index)]);
};

/** Steps to the recording so many further. */
export const step = async (log: OpenLog, by: number): Promise<boolean> => {
	const place = log.place(by);
	const breath = {isDue: () => false, take: async () => {}};
	if (place) await log.show(place, {signal: plainReading.signal, breath, status: undefined});
	return place !== undefined;
};

/** The two lines that begin a recording of memtop, with these columns behind the first three. */
export const headerOf = (change: object = {}, columns = ''): string => {
	const header = {
		...{pid: 42, name: 'worker', target_start: 1_294_926_000, recorded: 1_294_926_363},
		...{source: 'go', interval: 1, host: 'web-3', ...change},
	};
	return `# memtop 1 ${JSON.stringify(header)}\n# timestamp in_use system${columns}\n`;
};
