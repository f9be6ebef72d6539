import {setTimeout} from 'node:timers/promises';
import type {Probe} from '../../../src/sources/source.ts';
import {v8Source} from '../../../src/sources/v8/index.ts';
import {type NodeMajor, nodeReleases, nodeVersions} from '../../helpers/node-versions.ts';
import {type NodeTarget, type Report, startNodeTarget} from '../../sources/v8/helpers/node-target.ts';
import {measureCost} from './cost.ts';
import type {AccuracyRow, Cost} from './row.ts';

/** A version of Node, how many workers it has, and how large its heap becomes, in MiB. */
export type NodeCase = {readonly major: NodeMajor; readonly workers: number; readonly heap: number};

/** All of them. */
export const nodeCases: readonly NodeCase[] = nodeVersions.flatMap(major => [
	{major, workers: 0, heap: 64},
	{major, workers: 2, heap: 512},
]);

/** Takes 100 samples of the program, each just before its own reports, while it allocates, frees and idles. */
export const measureNode = async ({major, workers, heap}: NodeCase): Promise<AccuracyRow> => {
	const node = await startNodeTarget(major);
	try {
		for (let worker = 0; worker < workers; worker += 1) await node.tell('start');
		await node.tell(`allocate ${heap * 512}`);
		const {probe, cost} = await measureCost(node.target, v8Source);
		const samples = await takeSamples(node, probe, heap);
		probe.close();
		const name = `Node ${nodeReleases[major]}, ${isolatesText(workers + 1)}, ${heap} MiB`;
		return {target: name, cost, ...judge(samples, isCheap(cost, workers + 1))};
	} finally {
		await node.end();
	}
};

/** Words for so many isolates. */
const isolatesText = (count: number): string => (count === 1 ? '1 isolate' : `${count} isolates`);

/** The cost is within what is to be reached with so many isolates. */
export const isCheap = ({reading, opening}: Cost, isolates: number): boolean =>
	reading <= 100 * isolates && opening <= 200;

type Figures = {readonly used: number; readonly total: number};

type Sample = {
	/** Read between the two reports. */
	readonly read: Figures;
	readonly before: Figures;
	readonly after: Figures;
	/** False where memtop said that it holds an older value. */
	readonly isExact: boolean;
};

const count = 100;

const takeSamples = async (node: NodeTarget, probe: Probe, heap: number): Promise<readonly Sample[]> => {
	const samples: Sample[] = [];
	for (let index = 0; index < count; index += 1) {
		await step(node, index, heap);
		const before = sumOf(await node.reports());
		await setTimeout(20);
		const {values, approximate} = probe.read();
		const after = sumOf(await node.reports());
		const {'v8.used': used = Number.NaN, 'v8.total': total = Number.NaN} = values;
		samples.push({read: {used, total}, before, after, isExact: approximate === false});
	}
	return samples;
};

// It allocates, drops all, allocates again within what it has, collects, and idles between.
const step = async (node: NodeTarget, index: number, heap: number): Promise<void> => {
	if (index % 10 < 3) await node.tell(`allocate ${heap * 10}`);
	if (index % 10 === 3) await node.tell(`workers allocate ${heap * 10}`);
	if (index === 30 || index === 70) await node.tell('drop');
	if (index === 35 || index === 80) await node.tell('collect');
	if (index === 36 || index === 81) await node.tell('workers collect');
	await setTimeout(5);
};

const sumOf = (reports: readonly Report[]): Figures => ({
	used: reports.reduce((sum, {used}) => sum + used, 0),
	total: reports.reduce((sum, {total}) => sum + total, 0),
});

const judge = (
	samples: readonly Sample[],
	isReadCheaply: boolean,
): Pick<AccuracyRow, 'inUse' | 'system' | 'isReached'> => {
	// Where the program did not change between its reports, but for what reporting takes.
	const quiet = samples.filter(
		({before, after}) => before.total === after.total && Math.abs(after.used - before.used) < 65_536,
	);
	const exact = quiet.filter(({read, after}) => read.total === after.total);
	const unmarked = quiet.filter(({isExact}) => isExact);
	const errors = quiet.map(({read, after}) => read.used - after.used);
	const isClose = quiet.every(
		({read, after}) => Math.abs(read.used - after.used) <= Math.max(0.001 * after.used, 65_536),
	);
	const kibibytes = (bytes: number): string => (bytes / 1024).toFixed(1);
	const worst = Math.max(...quiet.map(({read, after}) => Math.abs(read.used - after.used) / after.used));
	return {
		inUse: `${kibibytes(Math.min(0, ...errors))} to +${kibibytes(Math.max(0, ...errors))} KiB, at most ${(100 * worst).toFixed(3)} %; ${unmarked.length} of ${quiet.length} unmarked`,
		system: `exact in ${exact.length} of ${quiet.length}`,
		isReached: isReadCheaply && isClose && exact.length === quiet.length && quiet.length >= 90,
	};
};
