import test, {type ExecutionContext} from 'ava';
import {showMemtop} from '../helpers/memtop.ts';
import type {PseudoTerminal} from '../helpers/pseudo-terminal.ts';
import {logText, sampleCount, sampleRows} from '../helpers/recorded.ts';
import {dotFor, inBytes, readChart} from '../helpers/screen-chart.ts';
import {startTarget} from '../helpers/target.ts';

const allocated = 64 * 1024 ** 2;

/** Waits for so many further samples in the log. */
const samples = async ({folder, waitUntil}: PseudoTerminal & {folder: string}, count: number) => {
	const before = sampleCount(folder);
	await waitUntil(() => sampleCount(folder) >= before + count, `${count} samples`);
};

/** Watches a process that takes 64 MiB and gives them back; resolves when it has ended, with all that was logged. */
const watchRiseAndFall = async (t: ExecutionContext) => {
	const target = await startTarget(t);
	const memtop = await showMemtop(t, ['--source', 'os', '-p', target.pid, '-d', 0.1]);
	for (const step of [() => target.allocate(allocated), target.free, target.end]) {
		await samples(memtop, 8);
		await step();
	}
	await memtop.shows(/ended \d\d:\d\d:\d\d/);
	const rows = sampleRows(logText(memtop.folder));
	return {memtop, inUse: figures(rows.map(row => row.inUse)), system: figures(rows.map(row => row.system))};
};

const figures = (values: readonly number[]) => ({
	first: values[0] ?? Number.NaN,
	now: values.at(-1) ?? Number.NaN,
	min: Math.min(...values),
	max: Math.max(...values),
	mean: values.reduce((sum, value) => sum + value, 0) / values.length,
});

test('64 MiB that are allocated and freed are in the log, the table and the charts', async t => {
	const {memtop, inUse, system} = await watchRiseAndFall(t);
	t.true(Math.abs((inUse.max - inUse.first) / allocated - 1) < 0.01, `the rise: ${inUse.max - inUse.first}`);
	t.true(Math.abs((inUse.max - inUse.now) / allocated - 1) < 0.01, `the fall: ${inUse.max - inUse.now}`);
	for (const name of ['now', 'min', 'max', 'mean'] as const) {
		const [left = '', right = ''] = tableRow(memtop, name);
		t.true(isPrintedAs(inUse[name], left), `${name} in use ${inUse[name]} is printed ${left}`);
		t.true(isPrintedAs(system[name], right), `${name} system ${system[name]} is printed ${right}`);
	}
	for (const [title, {first, max, now}] of [
		['In use', inUse],
		['System', system],
	] as const) {
		const chart = readChart(memtop, title);
		const dots = [chart.tops[0], Math.max(...chart.tops), chart.tops.at(-1)].map(Number);
		const expected = [first, max, now].map(value => dotFor(value, chart));
		t.true(
			dots.every((dot, index) => Math.abs(dot - (expected[index] ?? Number.NaN)) <= 1),
			`${title}: ${dots}, not ${expected}`,
		);
	}
});

const tableRow = ({rows}: PseudoTerminal, name: string): readonly string[] => {
	const row = rows().find(text => text.includes(`│ ${name} `)) ?? '';
	return row.slice(row.lastIndexOf(`│ ${name} `)).match(/[\d.]+ [KMGT]?i?B/g) ?? [];
};

const isPrintedAs = (bytes: number, text: string): boolean => {
	const decimals = text.match(/\.(\d+)/)?.[1]?.length ?? 0;
	const lastDigit = inBytes(`1 ${text.split(' ')[1]}`) / 10 ** decimals;
	return Math.abs(inBytes(text) - bytes) <= lastDigit / 2 + 1;
};
