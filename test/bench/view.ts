import {execFile} from 'node:child_process';
import {stat} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {runBundled} from './bundled-program.ts';
import {withFolder} from './folder.ts';
import {memtop} from './memtop.ts';
import {openPseudoTerminal} from './pseudo-terminal.ts';
import type {Benchmark, Row} from './row.ts';
import {median, percentile} from './statistics.ts';
import {type StraightLine, straightLine} from './straight-line.ts';
import {type LogForm, writeLog} from './ten-million.ts';
import {whenShown} from './when-shown.ts';

const millions = [1, 3, 10] as const;

const runs = 3;

/** Megabytes (10^6) in a second, from the start of the program to its first complete frame. */
const leastSpeed = 250;

/** How far a shorter log may lie above the straight line through all of them: its start and so much for each line. */
const mostDeviation = 0.15;

/** Milliseconds after a key. */
const most = {coarse: 5, slowest: 16, exact: 100};

/** How long it takes to open a log of millions of samples, and to draw after each key on one. */
export const viewLongLogs: Benchmark = {
	name: 'view',
	run: turns => turns(() => withFolder(measure)),
};

const measure = async (folder: string): Promise<readonly Row[]> => {
	const rows: Row[] = [];
	const path = join(folder, 'x.log');
	for (const form of ['plain', 'memtop'] as const) {
		const openings: Opening[] = [];
		for (const count of millions) {
			await writeLog(path, count * 1e6, form);
			openings.push(await measureOpening(path, count));
		}
		// The longest is written last.
		rows.push(...rowsOf(openings, form), await measureKeys(path, form));
	}
	return rows;
};

const names = {plain: 'three columns', memtop: "memtop's own lines"} as const satisfies Record<
	LogForm,
	string
>;

/** How long it took to open a log of millions of lines, in milliseconds of each run. */
type Opening = {
	readonly count: number;
	readonly bytes: number;
	readonly views: readonly number[];
	readonly readlines: readonly number[];
};

const measureOpening = async (path: string, count: number): Promise<Opening> => {
	const {size} = await stat(path);
	const [views, readlines]: [number[], number[]] = [[], []];
	// In turn, so that whatever else the machine does slows down both.
	for (let run = 0; run < runs; run += 1) {
		views.push(await timeView(path, count));
		readlines.push(await timeReadline(path));
	}
	return {count, bytes: size, views, readlines};
};

const rowsOf = (openings: readonly Opening[], form: LogForm): readonly Row[] => {
	const line = straightLine(openings.map(({count, views}) => ({x: count, y: median(views)})));
	return openings.map(opening => {
		const {count, bytes, views, readlines} = opening;
		const isLongest = count === Math.max(...millions);
		return {
			what: `view, start to first complete frame: ${count} M lines, ${names[form]}, ${(bytes / 1e6).toFixed(0)} MB`,
			...(isLongest ? speedOf(opening) : linearityOf(opening, line)),
			measured: [
				`${median(views).toFixed(0)} ms (${listed(views)}), ${megabytes(bytes, views)} MB/s`,
				`readline ${megabytes(bytes, readlines)} MB/s`,
				...(isLongest ? [lineText(line)] : []),
			].join('; '),
		};
	});
};

type Judgement = Pick<Row, 'reach' | 'isReached'>;

const speedOf = ({bytes, views}: Opening): Judgement => ({
	reach: `${leastSpeed} MB/s`,
	isReached: median(views) <= bytes / 1000 / leastSpeed,
});

const linearityOf = ({count, views}: Opening, {start, slope}: StraightLine): Judgement => {
	const most = (1 + mostDeviation) * (start + slope * count);
	return {reach: `linear: ${most.toFixed(0)} ms`, isReached: median(views) <= most};
};

const lineText = ({start, slope, deviation}: StraightLine): string =>
	`all three: ${start.toFixed(0)} ms + ${slope.toFixed(1)} ms per million lines, at most ${(100 * deviation).toFixed(0)} % off`;

const megabytes = (bytes: number, times: readonly number[]): string =>
	(bytes / 1000 / median(times)).toFixed(0);

const timeView = async (path: string, count: number): Promise<number> => {
	const size = {columns: 120, rows: 40};
	const terminal = openPseudoTerminal([memtop, 'view', path], {folder: '/', ...size});
	const isComplete = (screen: string): boolean =>
		screen.includes(`${count},000,000 samples`) && !screen.includes('reading');
	const time = await whenShown(terminal.chunks, size, isComplete);
	await terminal.quit();
	return time - terminal.start;
};

const timeReadline = async (path: string): Promise<number> => {
	const program = fileURLToPath(new URL('programs/read-lines.js', import.meta.url));
	const start = performance.now();
	await promisify(execFile)(process.execPath, [program, path]);
	return performance.now() - start;
};

const measureKeys = async (path: string, form: LogForm): Promise<Row> => {
	const {frames, exact} = (await runBundled('press-keys', [path])) as Keys;
	const [middle, slowest] = [median(frames), percentile(frames, 0.99)];
	const exactly = percentile(exact, 0.95);
	return {
		what: `view, frame after a key at 10 M samples, 200x60, ${names[form]}`,
		reach: `${most.coarse} ms, p99 ${most.slowest} ms, exact ${most.exact} ms`,
		measured: `median ${middle.toFixed(2)}, p99 ${slowest.toFixed(2)} ms of ${frames.length}; exact median ${median(exact).toFixed(0)}, p95 ${exactly.toFixed(0)} ms of ${exact.length}`,
		isReached: middle <= most.coarse && slowest <= most.slowest && exactly <= most.exact,
	};
};

/** Milliseconds of each frame after a key, and until it was drawn with what was read again for it. */
type Keys = {readonly frames: readonly number[]; readonly exact: readonly number[]};

const listed = (values: readonly number[]): string => values.map(value => value.toFixed(0)).join(', ');
