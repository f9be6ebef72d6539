import {setTimeout} from 'node:timers/promises';
import {mallocSource} from '../../../src/sources/malloc/index.ts';
import type {Probe} from '../../../src/sources/source.ts';
import {type CTarget, startC} from '../../sources/malloc/helpers/c-target.ts';
import {buildBusyC} from './busy-c.ts';
import {measureCost} from './cost.ts';
import type {AccuracyRow} from './row.ts';

/** How many threads of it work, each in an arena of its own. */
export const busyThreads = [1, 4] as const;

/**
 * Reads the busy C program ten times a second while it allocates and frees among 200,000 free chunks without a rest, and
 * compares each reading with its own mallinfo2 right after: all the time it has about as much in use.
 */
export const measureBusyMalloc = async (threads: number): Promise<AccuracyRow> => {
	const c = await startC(buildBusyC(), {}, [String(threads)]);
	try {
		await c.tell('work 500');
		const {probe, cost} = await measureCost(c.target, mallocSource);
		const samples: Sample[] = [];
		for (let round = 0; round < rounds; round += 1) samples.push(...(await watchRound(c, probe)));
		probe.close();
		const isCheap = cost.reading <= 200 && cost.opening <= 200 && cost.slice <= 2;
		const threadsOf = `${threads} ${threads === 1 ? 'thread' : 'threads'}`;
		return {target: `C, ${threadsOf} at work, 200,000 free chunks`, cost, ...judge(samples, isCheap)};
	} finally {
		await c.end();
	}
};

const rounds = 4;

/** How far a reading is from the report, as shares of what that says; NaN where it has no number. */
type Sample = {readonly inUse: number; readonly system: number};

const watchRound = async (c: CTarget, probe: Probe): Promise<readonly Sample[]> => {
	let isWorking = true;
	const working = c.tell('work 10000').then(() => {
		isWorking = false;
	});
	const readings = [];
	while (isWorking) {
		readings.push(probe.read());
		await setTimeout(100);
	}
	await working;
	const report = await c.report();
	return readings.map(({values}) => {
		const {'malloc.in_use': inUse = Number.NaN, 'malloc.system': system = Number.NaN} = values;
		return {
			inUse: Math.abs(inUse - report.inUse) / report.inUse,
			system: Math.abs(system - report.system) / report.system,
		};
	});
};

const judge = (
	samples: readonly Sample[],
	isCheap: boolean,
): Pick<AccuracyRow, 'inUse' | 'system' | 'isReached'> => {
	const told = samples.filter(({inUse}) => !Number.isNaN(inUse));
	const furthest = Math.max(...told.map(({inUse}) => inUse));
	const system = Math.max(...samples.map(sample => sample.system));
	const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
	return {
		inUse: `while it works: within ${percent(furthest)}, told in ${told.length} of ${samples.length}`,
		system: `within ${percent(system)}`,
		isReached: isCheap && furthest <= mostError && system <= mostError && told.length >= samples.length / 2,
	};
};

const mostError = 0.05;
