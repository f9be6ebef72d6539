import {readFileSync} from 'node:fs';
import {setTimeout} from 'node:timers/promises';
import {runBundled} from './bundled-program.ts';
import {withFolder} from './folder.ts';
import {memtop} from './memtop.ts';
import {openPseudoTerminal} from './pseudo-terminal.ts';
import type {Benchmark, Row} from './row.ts';
import {withSawTooth} from './saw-tooth.ts';

const mebibyte = 2 ** 20;
const allowed = 80 * mebibyte;

/** Seconds that the screen runs. */
const duration = 90;

/** How much memory the program itself needs at the most, and whether that grows with the frames it draws. */
export const peakMemory: Benchmark = {
	name: 'peak-memory',
	// Together: neither is a matter of time.
	run: turns => turns(() => Promise.all([measurePeak(0.01), measurePeak(0.001), measureGrowth()])),
};

const measurePeak = (interval: number): Promise<Row> =>
	withSawTooth(pid =>
		withFolder(async folder => {
			const args = [memtop, '--source', 'os', '-p', String(pid), '-d', String(interval)];
			const terminal = openPseudoTerminal(args, {folder, columns: 120, rows: 40});
			await setTimeout(duration * 1000);
			const peak = peakOf(terminal.pid);
			await terminal.quit();
			return {
				what: `peak RSS of the screen at ${interval} s, 120x40`,
				reach: `${allowed / mebibyte} MiB`,
				measured: `${(peak / mebibyte).toFixed(1)} MiB after ${duration} s`,
				isReached: peak <= allowed,
			};
		}),
	);

// VmHWM, in kibibytes; see proc_pid_status(5).
const peakOf = (pid: number): number => {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
};

type Memory = {readonly rss: number; readonly heap: number};

const measureGrowth = async (): Promise<Row> => {
	// RSS wanders by some MiB with the room that the collector keeps free.
	const {early, late} = (await runBundled('draw-frames')) as {early: Memory; late: Memory};
	return {
		what: 'memory after 100,000 frames, against 10,000',
		reach: 'heap at most 5 %, RSS 10 % more',
		measured: `RSS ${change(early.rss, late.rss)}, heap ${change(early.heap, late.heap)}`,
		isReached: late.rss <= 1.1 * early.rss && late.heap <= 1.05 * early.heap,
	};
};

const change = (early: number, late: number): string =>
	`${(early / mebibyte).toFixed(1)} → ${(late / mebibyte).toFixed(1)} MiB`;
