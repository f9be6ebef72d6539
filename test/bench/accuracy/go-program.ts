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
	readonly before: Report;
	readonly after: Report;
	readonly alloc: number | undefined;
	readonly sys: number | undefined;
};

const count = 100;

const takeSamples = async (go: GoTarget, probe: Probe, heap: number): Promise<readonly Sample[]> => {
	const samples: Sample[] = [];
	let before = await go.report();
	for (let index = 0; index < count; index += 1) {
		await step(go, index, heap);
		const {values} = probe.read();
		const after = await go.report();
		samples.push({before, after, alloc: values['go.alloc'], sys: values['go.sys']});
		before = after;
	}
	return samples;
};

const sizes = [512, 4096, 24_000, 262_144] as const;

// It grows in a quarter of the samples, then idles, drops half as much anew, collects, gives back and grows again.
const step = async (go: GoTarget, index: number, heap: number): Promise<unknown> => {
	if (index < 25) return go.tell(`allocate ${Math.floor(heap / 25)} ${sizes[index % sizes.length]}`);
	if (index === 50 || index === 75) return go.tell('drop');
	if (index === 55) return go.tell('collect');
	if (index === 80) return go.tell('return');
	if (index > 60 && index <= 70)
		return go.tell(`allocate ${Math.floor(heap / 20)} ${sizes[index % sizes.length]}`);
	return setTimeout(5);
};

const judge = (
	samples: readonly Sample[],
	isCheap: boolean,
): Pick<AccuracyRow, 'inUse' | 'system' | 'isReached'> => {
	const errors = samples.map(({after, alloc = Number.NaN}) => ({
		error: alloc - after.alloc,
		alloc: after.alloc,
	}));
	const isClose = errors.every(({error, alloc}) => Math.abs(error) <= allowance(alloc));
	const steady = samples.filter(({before, after}) => before.sys === after.sys);
	const exact = steady.filter(({after, sys}) => sys === after.sys);
	return {
		inUse: `${inKibibytes(errors)}, ${worstShare(errors)}`,
		system: `exact in ${exact.length} of ${steady.length}`,
		isReached: isCheap && isClose && exact.length === steady.length && steady.length >= 90,
	};
};

type Difference = {readonly error: number; readonly alloc: number};

// Within 0.3 % or 200 KiB; for large heaps within 0.1 %.
const allowance = (alloc: number): number =>
	alloc >= 256 * mebibyte ? 0.001 * alloc : Math.max(0.003 * alloc, 200 * 1024);

const inKibibytes = (errors: readonly Difference[]): string => {
	const [least, most] = [
		Math.min(...errors.map(({error}) => error)),
		Math.max(...errors.map(({error}) => error)),
	];
	return `${(least / 1024).toFixed(0)} to ${signed((most / 1024).toFixed(0))} KiB`;
};

const signed = (text: string): string => (text.startsWith('-') ? text : `+${text}`);

// The largest share, of heaps that are large enough for one to mean something.
const worstShare = (errors: readonly Difference[]): string => {
	const shares = errors
		.filter(({alloc}) => alloc >= 16 * mebibyte)
		.map(({error, alloc}) => (100 * Math.abs(error)) / alloc);
	return shares.length === 0 ? 'below 16 MiB' : `at most ${Math.max(...shares).toFixed(3)} %`;
};
