import {setTimeout} from 'node:timers/promises';
import type {Probe} from '../../../src/sources/source.ts';
import {type Build, buildGo} from '../../sources/go/helpers/build-go.ts';
import {type GoTarget, type Report, startGo} from '../../sources/go/helpers/go-target.ts';
import {isCheap, measureCost} from './cost.ts';
import type {AccuracyRow} from './row.ts';

/** A way to build and start the program, and how large its heap becomes. */
export type GoCase = {
	readonly name: string;
	readonly build: Build;
	readonly environment?: Readonly<Record<string, string>>;
	/** MiB. */
	readonly heap: number;
};

const mebibyte = 1024 ** 2;

const ways: readonly Omit<GoCase, 'heap'>[] = [
	{name: 'plain', build: 'plain'},
	{name: 'stripped', build: 'stripped'},
	{name: 'PIE, stripped', build: 'position-independent, stripped'},
	{name: 'cgo, external linking', build: 'with C, linked by the system'},
	{
		name: 'cgo, external linking, PIE, stripped',
		build: 'with C, linked by the system, position-independent, stripped',
	},
	{name: 'GOGC=off', build: 'stripped', environment: {GOGC: 'off'}},
	{name: 'GOMEMLIMIT', build: 'stripped', environment: {GOMEMLIMIT: '700MiB'}},
];

/** All of them. */
export const goCases: readonly GoCase[] = ways.flatMap(way => [1, 64, 512].map(heap => ({...way, heap})));

/** Takes 100 samples of the program, each just before its own report, while it allocates, frees and idles. */
export const measureGo = async ({name, build, environment, heap}: GoCase): Promise<AccuracyRow> => {
	const go = await startGo(buildGo(build), environment);
	try {
		const {probe, cost} = await measureCost(go.target);
		const samples = await takeSamples(go, probe, heap * mebibyte);
		probe.close();
		return {target: `${name}, ${heap} MiB`, cost, ...judge(samples, isCheap(cost))};
	} finally {
		await go.end();
	}
};

type Sample = {
	/** Made when the sample before this one was done. */
	readonly before: Report;
	/** Read before the first report. */
	readonly alloc: number;
	readonly sys: number;
	readonly first: Report;
	/** Read between the two reports. */
	readonly between: number;
	readonly second: Report;
};

const count = 100;

const takeSamples = async (go: GoTarget, probe: Probe, heap: number): Promise<readonly Sample[]> => {
	const samples: Sample[] = [];
	const read = (id: string): number => probe.read().values[id] ?? Number.NaN;
	let before = await go.report();
	for (let index = 0; index < count; index += 1) {
		await step(go, index, heap);
		const [alloc, sys] = [read('go.alloc'), read('go.sys')];
		const first = await go.report();
		const between = read('go.alloc');
		const second = await go.report();
		samples.push({before, alloc, sys, first, between, second});
		before = second;
	}
	return samples;
};

const sizes = [512, 4096, 24_000, 262_144] as const;

// It grows, drops all, grows again within what it has, with pauses, collects, and at last gives back.
const step = async (go: GoTarget, index: number, heap: number): Promise<unknown> => {
	const size = sizes[index % sizes.length];
	if (index < 3) return go.tell(`allocate ${Math.floor(heap / 3)} ${size}`);
	if (index === 30 || index === 75) return go.tell('drop');
	if (index === 35 || index === 80) return go.tell('collect');
	if (index > 40 && index <= 46) return go.tell(`allocate ${Math.floor(heap / 12)} ${size}`);
	if (index === 90) return go.tell('return');
	return setTimeout(5);
};

const judge = (
	samples: readonly Sample[],
	isCheap: boolean,
): Pick<AccuracyRow, 'inUse' | 'system' | 'isReached'> => {
	const errors = samples.map(errorOf);
	const steady = samples.filter(({before, first}) => before.sys === first.sys);
	const exact = steady.filter(({first, sys}) => sys === first.sys);
	return {
		inUse: `${inKibibytes(errors)}, ${worstShare(errors)}`,
		system: `exact in ${exact.length} of ${steady.length}`,
		isReached: isCheap && errors.every(isClose) && exact.length === steady.length && steady.length >= 90,
	};
};

/** How far off a reading was, in bytes, of so many allocated. */
type Difference = {readonly error: number; readonly alloc: number};

// A program that is being collected changes between a reading and its report: then the reading is to lie between two.
const errorOf = ({before, alloc, first, between, second}: Sample): Difference => {
	const isCollecting =
		first.collections !== before.collections || Math.abs(first.alloc - second.alloc) > 4096;
	if (!isCollecting) return {error: alloc - first.alloc, alloc: first.alloc};
	const [low, high] = [Math.min(first.alloc, second.alloc), Math.max(first.alloc, second.alloc)];
	return {error: between - Math.min(high, Math.max(low, between)), alloc: low};
};

// Within 0.3 % or 200 KiB; for large heaps within 0.1 %.
const isClose = ({error, alloc}: Difference): boolean => {
	const allowance = alloc >= 256 * mebibyte ? 0.001 * alloc : Math.max(0.003 * alloc, 200 * 1024);
	return Math.abs(error) <= allowance;
};

const inKibibytes = (errors: readonly Difference[]): string => {
	const sizes = errors.map(({error}) => error / 1024);
	return `${Math.min(0, ...sizes).toFixed(0)} to +${Math.max(0, ...sizes).toFixed(0)} KiB`;
};

// The largest share, of heaps that are large enough for one to mean something.
const worstShare = (errors: readonly Difference[]): string => {
	const large = errors.filter(({alloc}) => alloc >= 16 * mebibyte);
	const shares = large.map(({error, alloc}) => (100 * Math.abs(error)) / alloc);
	return shares.length === 0 ? 'below 16 MiB' : `at most ${Math.max(...shares).toFixed(3)} %`;
};
