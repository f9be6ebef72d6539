import {setTimeout} from 'node:timers/promises';
import {withFolder} from './folder.ts';
import {memtop} from './memtop.ts';
import {processorTime} from './processor-time.ts';
import {openPseudoTerminal, type PseudoTerminal} from './pseudo-terminal.ts';
import type {Benchmark, Row} from './row.ts';
import {withSawTooth} from './saw-tooth.ts';
import {median} from './statistics.ts';

/** What the screen costs at one sample a second, once its charts have their full span of five minutes. */
export const screenAt1: Benchmark = {
	name: 'screen-1',
	run: turns =>
		withScreen(1, async terminal => {
			await setTimeout(305_000);
			const costs = await turns(() => measure(terminal));
			return rowsOf(1, costs, {share: 1.2, bytes: 400});
		}),
};

/** The same at ten samples a second, where the full span is half a minute. */
export const screenAt10: Benchmark = {
	name: 'screen-10',
	run: turns =>
		turns(() =>
			withScreen(0.1, async terminal => {
				await setTimeout(35_000);
				return rowsOf(0.1, await measure(terminal), {share: 2.5, bytes: 3000});
			}),
		),
};

const withScreen = <Result>(
	interval: number,
	use: (terminal: PseudoTerminal) => Promise<Result>,
): Promise<Result> =>
	withSawTooth(pid =>
		withFolder(async folder => {
			const args = [memtop, '--source', 'os', '-p', String(pid), '-d', String(interval)];
			const terminal = openPseudoTerminal(args, {folder, columns: 120, rows: 40});
			try {
				return await use(terminal);
			} finally {
				await terminal.quit();
			}
		}),
	);

/** Percent of one core, and bytes per second. */
type Cost = {readonly share: number; readonly bytes: number};

/** So many parts of so many milliseconds. */
const parts = 6;
const part = 5000;

const measure = async (terminal: PseudoTerminal): Promise<readonly Cost[]> => {
	const costs: Cost[] = [];
	for (let index = 0; index < parts; index += 1) costs.push(await measurePart(terminal));
	return costs;
};

const measurePart = async ({pid, bytes}: PseudoTerminal): Promise<Cost> => {
	const before = {time: performance.now(), used: processorTime(pid), bytes: bytes()};
	await setTimeout(part);
	const elapsed = performance.now() - before.time;
	return {
		share: (100 * (processorTime(pid) - before.used)) / elapsed,
		bytes: (1000 * (bytes() - before.bytes)) / elapsed,
	};
};

const rowsOf = (interval: number, costs: readonly Cost[], reach: Cost): readonly Row[] => {
	const screen = `screen at ${interval} s, 120x40, steady`;
	const shares = costs.map(({share}) => share);
	const bytes = costs.map(cost => cost.bytes);
	return [
		{
			what: `${screen}: CPU of one core`,
			reach: `${reach.share} %`,
			measured: textOf(shares, {unit: '%', digits: 2}),
			isReached: mean(shares) <= reach.share,
		},
		{
			what: `${screen}: bytes to the terminal`,
			reach: `${reach.bytes} B/s`,
			measured: textOf(bytes, {unit: 'B/s', digits: 0}),
			isReached: mean(bytes) <= reach.bytes,
		},
	];
};

const textOf = (
	values: readonly number[],
	{unit, digits}: {readonly unit: string; readonly digits: number},
): string => {
	const [low, high] = [Math.min(...values).toFixed(digits), Math.max(...values).toFixed(digits)];
	const whole = `${mean(values).toFixed(digits)} ${unit} over ${(parts * part) / 1000} s`;
	return `${whole}; ${part / 1000} s each: median ${median(values).toFixed(digits)}, ${low} to ${high}`;
};

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;
