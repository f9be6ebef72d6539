// Compares what memtop reads of processes with what they say themselves, and measures how much it slows them:
// npm run bench:accuracy. Words on the command line pick the rows that have one of them: npm run bench:accuracy -- jvm
import {nodeVersions} from '../../helpers/node-versions.ts';
import {machine} from '../machine.ts';
import type {Row} from '../row.ts';
import {measureDisturbance} from './disturbance.ts';
import {disturbed} from './disturbance-subjects.ts';
import {goCases, measureGo} from './go-program.ts';
import {jvmCases, measureJvm} from './jvm-program.ts';
import {busyThreads, measureBusyMalloc} from './malloc-busy.ts';
import {mallocCases, measureMalloc} from './malloc-program.ts';
import {measureNode, nodeCases} from './node-program.ts';
import {measureNodeStress} from './node-stress.ts';
import {measurePrometheus} from './prometheus.ts';
import type {AccuracyRow} from './row.ts';
import {measureSilent} from './without-report.ts';

type Measurement<Result> = {readonly words: readonly string[]; readonly measure: () => Promise<Result>};

const accuracy: readonly Measurement<AccuracyRow>[] = [
	...goCases.map(one => ({words: ['go'], measure: () => measureGo(one)})),
	{words: ['go', 'prometheus'], measure: measurePrometheus},
	...measureSilent().map(measure => ({words: ['go', 'silent'], measure})),
	...nodeCases.map(one => ({words: ['v8', 'node'], measure: () => measureNode(one)})),
	...nodeVersions.map(major => ({words: ['v8', 'stress'], measure: () => measureNodeStress(major)})),
	...jvmCases.map(one => ({words: ['jvm'], measure: () => measureJvm(one)})),
	...mallocCases.map(one => ({words: ['malloc'], measure: () => measureMalloc(one)})),
	...busyThreads.map(threads => ({words: ['malloc', 'busy'], measure: () => measureBusyMalloc(threads)})),
];

const disturbance: readonly Measurement<Row>[] = disturbed.map(one => ({
	words: [one.source, 'disturbance', `disturbance-${one.source}`],
	measure: () => measureDisturbance(one),
}));

const main = async (words: readonly string[]): Promise<void> => {
	check(words);
	console.log(machine());
	await print(accuracyHead, chosen(accuracy, words), lineOfAccuracy);
	await print(disturbanceHead, chosen(disturbance, words), lineOfDisturbance);
};

const check = (words: readonly string[]): void => {
	const known = new Set([...accuracy, ...disturbance].flatMap(measurement => measurement.words));
	const unknown = words.find(word => !known.has(word));
	if (unknown === undefined) return;
	throw new Error(`expected words that pick rows (${[...known].join(', ')}), got "${unknown}"`);
};

const chosen = <Result>(
	measurements: readonly Measurement<Result>[],
	words: readonly string[],
): readonly Measurement<Result>[] =>
	words.length === 0
		? measurements
		: measurements.filter(measurement => measurement.words.some(word => words.includes(word)));

const print = async <Result>(
	head: string,
	measurements: readonly Measurement<Result>[],
	lineOf: (result: Result) => string,
): Promise<void> => {
	if (measurements.length === 0) return;
	console.log(`\n${head}`);
	for (const {measure} of measurements) console.log(lineOf(await measure()));
};

const accuracyHead =
	'| target | in use | system | µs a sample | ms to open | longest slice, ms | reached |\n|---|---|---|---|---|---|---|';

const lineOfAccuracy = ({target, inUse, system, cost, isReached}: AccuracyRow): string => {
	const {reading, opening, slice} = cost;
	const times = `${reading.toFixed(1)} | ${opening.toFixed(0)} | ${slice.toFixed(1)}`;
	return `| ${target} | ${inUse} | ${system} | ${times} | ${isReached ? 'yes' : '**no**'} |`;
};

const disturbanceHead = '| what | reach | measured | reached |\n|---|---|---|---|';

const lineOfDisturbance = ({what, reach, measured, isReached}: Row): string =>
	`| ${what} | ${reach} | ${measured} | ${isReached ? 'yes' : '**no**'} |`;

await main(process.argv.slice(2));
