// Compares what memtop reads of Go processes with what they say themselves: npm run bench:accuracy
import {machine} from '../machine.ts';
import {goCases, measureGo} from './go-program.ts';
import type {AccuracyRow} from './row.ts';

const lineOf = ({target, inUse, system, cost, isReached}: AccuracyRow): string => {
	const {reading, opening, slice} = cost;
	const times = `${reading.toFixed(1)} | ${opening.toFixed(0)} | ${slice.toFixed(1)}`;
	return `| ${target} | ${inUse} | ${system} | ${times} | ${isReached ? 'yes' : '**no**'} |`;
};

console.log(`${machine()}\n`);
console.log('| target | in use | system | µs a sample | ms to open | longest slice, ms | reached |');
console.log('|---|---|---|---|---|---|---|');
for (const one of goCases) console.log(lineOf(await measureGo(one)));
