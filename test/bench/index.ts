// Measures how fast memtop is, and prints a table. Names on the command line pick the rows: npm run bench -- first-frame
import {firstFrame} from './first-frame.ts';
import {machine} from './machine.ts';
import type {Benchmark, Row} from './row.ts';

const benchmarks: readonly Benchmark[] = [firstFrame];

const main = async (names: readonly string[]): Promise<void> => {
	const unknown = names.find(name => !benchmarks.some(benchmark => benchmark.name === name));
	if (unknown !== undefined) {
		const known = benchmarks.map(({name}) => name).join(', ');
		throw new Error(`expected the names of benchmarks (${known}), got "${unknown}"`);
	}
	console.log(`${machine()}\n\n| what | reach | measured | reached |\n|---|---|---|---|`);
	for (const {name, run} of benchmarks) {
		if (names.length > 0 && !names.includes(name)) continue;
		for (const row of await run()) console.log(lineOf(row));
	}
};

const lineOf = ({what, reach, measured, isReached}: Row): string =>
	`| ${what} | ${reach} | ${measured} | ${isReached ? 'yes' : '**no**'} |`;

await main(process.argv.slice(2));
