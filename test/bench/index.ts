// Measures how fast memtop is, and prints a table. Names on the command line pick the rows: npm run bench -- first-frame
import {recordAt100, recordAt1000} from './fast-recording.ts';
import {firstFrame} from './first-frame.ts';
import {liveMemory} from './live-memory.ts';
import {machine} from './machine.ts';
import {oneFrame} from './one-frame.ts';
import {peakMemory} from './peak-memory.ts';
import {plot} from './plot.ts';
import type {Benchmark, Row} from './row.ts';
import {screenAt1, screenAt10} from './steady-screen.ts';
import {createTurns} from './turns.ts';
import {viewLongLogs} from './view.ts';

const benchmarks: readonly Benchmark[] = [
	firstFrame,
	screenAt1,
	screenAt10,
	oneFrame,
	liveMemory,
	recordAt100,
	recordAt1000,
	peakMemory,
	viewLongLogs,
	plot,
];

const main = async (names: readonly string[]): Promise<void> => {
	const turns = createTurns();
	const rows = await Promise.all(chosen(names).map(({run}) => run(turns)));
	console.log(`${machine()}\n\n| what | reach | measured | reached |\n|---|---|---|---|`);
	for (const row of rows.flat()) console.log(lineOf(row));
};

const chosen = (names: readonly string[]): readonly Benchmark[] => {
	const unknown = names.find(name => !benchmarks.some(benchmark => benchmark.name === name));
	if (unknown === undefined) return benchmarks.filter(({name}) => names.length === 0 || names.includes(name));
	const known = benchmarks.map(({name}) => name).join(', ');
	throw new Error(`expected the names of benchmarks (${known}), got "${unknown}"`);
};

const lineOf = ({what, reach, measured, isReached}: Row): string =>
	`| ${what} | ${reach} | ${measured} | ${isReached ? 'yes' : '**no**'} |`;

await main(process.argv.slice(2));
