import {setTimeout} from 'node:timers/promises';
import type {Reading} from '../../../src/model/reading.ts';
import {mallocSource} from '../../../src/sources/malloc/index.ts';
import type {Probe} from '../../../src/sources/source.ts';
import {buildC} from '../../sources/malloc/helpers/build-c.ts';
import {type CTarget, type Report, startC} from '../../sources/malloc/helpers/c-target.ts';
import {median} from '../statistics.ts';
import {measureCost, watchLoop} from './cost.ts';
import type {AccuracyRow} from './row.ts';

/** How many arenas the C program has, and how many free chunks at most. */
export type MallocCase = {readonly arenas: number; readonly freeChunks: number};

/** All of them. */
export const mallocCases: readonly MallocCase[] = [
	{arenas: 1, freeChunks: 2000},
	{arenas: 4, freeChunks: 2000},
	{arenas: 1, freeChunks: 200_000},
	{arenas: 4, freeChunks: 200_000},
];

/** Takes 100 samples of the program, each compared with its own mallinfo2, while it allocates, frees and idles. */
export const measureMalloc = async ({arenas, freeChunks}: MallocCase): Promise<AccuracyRow> => {
	const c = await startC(buildC('plain'));
	try {
		await c.tell(`threads ${arenas - 1}`);
		const program = {c, arenas, blocks: Math.ceil((2.6 * freeChunks) / arenas)};
		await fragment(program, 1);
		const {probe, cost} = await measureCost(c.target, mallocSource);
		const samples = await takeSamples(program, probe);
		probe.close();
		const slice = Math.max(cost.slice, await longestSlice(program));
		const isCheap = cost.reading <= 200 && cost.opening <= 200 && slice <= 2;
		const name = `C, ${arenas} ${arenas === 1 ? 'arena' : 'arenas'}, ${freeChunks.toLocaleString('en')} free chunks`;
		return {target: name, cost: {...cost, slice}, ...judge(samples, isCheap)};
	} finally {
		await c.end();
	}
};

type Program = {readonly c: CTarget; readonly arenas: number; readonly blocks: number};

type Sample = {
	readonly inUse: number;
	readonly system: number;
	readonly isExact: boolean;
	/** What it says itself; it does nothing between the reading and its report. */
	readonly report: Report;
	/** Seconds of rest until the free chunks were counted; undefined for a sample that did not wait for that. */
	readonly waited: number | undefined;
};

const count = 100;

const takeSamples = async (program: Program, probe: Probe): Promise<readonly Sample[]> => {
	const samples: Sample[] = [];
	while (samples.length < count) {
		const waited = await step(program, probe, samples.length);
		const {values, approximate} = waited?.reading ?? probe.read();
		const report = await program.c.report();
		const {'malloc.in_use': inUse = Number.NaN, 'malloc.system': system = Number.NaN} = values;
		samples.push({inUse, system, isExact: approximate !== true, report, waited: waited?.seconds});
	}
	return samples;
};

// Five times: it allocates and frees before each of ten samples, the last time until it is full of holes; and idles.
const step = async (program: Program, probe: Probe, index: number): Promise<Waited | undefined> => {
	const place = index % 20;
	// Read on, as it is while it is watched.
	const ticks = setInterval(probe.read, 100);
	if (place === 0) await everywhere(program, 'free all');
	else if (place < 9)
		await everywhere(program, `allocate ${program.blocks >> place} ${100 * place} ${index + 1}`);
	else if (place === 9) await fragment(program, index);
	clearInterval(ticks);
	await setTimeout(place > 10 ? 100 : 20);
	return place === 10 ? untilExact(probe) : undefined;
};

type Waited = {readonly reading: Reading; readonly seconds: number};

const untilExact = async (probe: Probe): Promise<Waited> => {
	const start = performance.now();
	let reading = probe.read();
	while (reading.approximate === true && performance.now() - start < 60_000) {
		await setTimeout(100);
		reading = probe.read();
	}
	return {reading, seconds: (performance.now() - start) / 1000};
};

const fragment = async (program: Program, seed: number): Promise<void> => {
	await everywhere(program, 'free all');
	await everywhere(program, `allocate ${program.blocks} 400 ${seed}`);
	await everywhere(program, `shuffle ${seed}`);
	await everywhere(program, 'free every');
};

const everywhere = async ({c, arenas}: Program, command: string): Promise<void> => {
	for (let thread = 0; thread < arenas; thread += 1)
		await c.tell(thread === 0 ? command : `on ${thread} ${command}`);
};

// Milliseconds that the event loop waits at most while the free chunks are counted, ten times a second.
const longestSlice = async ({c}: Program): Promise<number> => {
	const probe = await mallocSource.open(c.target);
	if (probe.refused !== undefined) throw new Error(`expected to read the program, got: ${probe.refused}`);
	const slices: number[] = [];
	for (let tick = 0; tick < 30; tick += 1) {
		const watch = watchLoop();
		await setTimeout(100);
		probe.read();
		await setTimeout(0);
		slices.push(watch.stop());
	}
	probe.close();
	return median(slices);
};

const judge = (
	samples: readonly Sample[],
	isCheap: boolean,
): Pick<AccuracyRow, 'inUse' | 'system' | 'isReached'> => {
	const quiet = samples.filter((_, index) => index % 20 >= 10);
	const right = quiet.filter(({inUse, report}) => inUse === report.inUse);
	const unmarked = samples.filter(({isExact}) => isExact);
	const wrong = unmarked.filter(({inUse, report}) => inUse !== report.inUse);
	const exact = samples.filter(({system, report}) => system === report.system);
	const waits = samples.flatMap(({waited}) => waited ?? []);
	const walk = `counted after ${median(waits).toFixed(1)} s of rest, ${Math.max(...waits).toFixed(1)} at most`;
	return {
		inUse: `quiet: exact in ${right.length} of ${quiet.length}, ${walk}; unmarked: ${wrong.length} of ${unmarked.length} wrong`,
		system: `exact in ${exact.length} of ${samples.length}`,
		isReached:
			isCheap && right.length === quiet.length && wrong.length === 0 && exact.length === samples.length,
	};
};
