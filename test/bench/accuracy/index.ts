// Compares what memtop reads of Go processes with what they say themselves: npm run bench:accuracy
import {machine} from '../machine.ts';
import {measureDisturbance} from './disturbance.ts';
import {goCases, measureGo} from './go-program.ts';
import {measurePrometheus} from './prometheus.ts';
import type {AccuracyRow} from './row.ts';
import {measureSilent} from './without-report.ts';

const measurements: readonly (() => Promise<AccuracyRow>)[] = [
	...goCases.map(one => () => measureGo(one)),
	measurePrometheus,
	...measureSilent(),
];

const lineOf = ({target, inUse, system, cost, isReached}: AccuracyRow): string => {
	const {reading, opening, slice} = cost;
	const times = `${reading.toFixed(1)} | ${opening.toFixed(0)} | ${slice.toFixed(1)}`;
	return `| ${target} | ${inUse} | ${system} | ${times} | ${isReached ? 'yes' : '**no**'} |`;
};

console.log(`${machine()}\n`);
console.log('| target | in use | system | µs a sample | ms to open | longest slice, ms | reached |');
console.log('|---|---|---|---|---|---|---|');
for (const measure of measurements) console.log(lineOf(await measure()));

const {what, reach, measured, isReached} = await measureDisturbance();
console.log('\n| what | reach | measured | reached |\n|---|---|---|---|');
console.log(`| ${what} | ${reach} | ${measured} | ${isReached ? 'yes' : '**no**'} |`);
