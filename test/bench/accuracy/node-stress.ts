import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {identify} from '../../../src/platform/linux/identify.ts';
import {createProc} from '../../../src/platform/linux/proc.ts';
import type {Probe} from '../../../src/sources/source.ts';
import {v8Source} from '../../../src/sources/v8/index.ts';
import {type NodeMajor, nodeProgram, nodeReleases} from '../../helpers/node-versions.ts';
import {withFolder} from '../folder.ts';
import {percentile} from '../statistics.ts';
import {measureCost} from './cost.ts';
import {bracketsOf, type Journal} from './journal.ts';
import {isCheap} from './node-program.ts';
import type {AccuracyRow} from './row.ts';

/**
 * Samples a program of two isolates that are collected all the time, and compares each unmarked sample with what the
 * isolates wrote down just before and just after it.
 */
export const measureNodeStress = (major: NodeMajor): Promise<AccuracyRow> =>
	withFolder(async folder => {
		const file = join(folder, 'journal.json');
		const child = spawn(nodeProgram(major), [program, String(duration), file], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		try {
			await once(child.stdout, 'data');
			await setTimeout(500);
			const {probe, cost} = await measureCost(identify(createProc(), child.pid ?? Number.NaN), v8Source);
			const samples = await takeSamples(probe);
			probe.close();
			await once(child, 'exit');
			const journals: readonly Journal[] = JSON.parse(await readFile(file, 'utf8'));
			const target = `Node ${nodeReleases[major]}, 2 isolates under GC stress`;
			return {target, cost, ...judge(samples, journals, isCheap(cost, 2))};
		} finally {
			child.kill('SIGKILL');
		}
	});

const program = fileURLToPath(new URL('programs/churn.mjs', import.meta.url));

// Milliseconds that the program runs, and those of them in which it is sampled.
const duration = 9000;
const sampled = 6000;

type Sample = {
	/** Nanoseconds of the monotonic clock of the machine, just before and just after. */
	readonly begun: number;
	readonly ended: number;
	readonly used: number;
	readonly total: number;
	readonly isExact: boolean;
};

const takeSamples = async (probe: Probe): Promise<readonly Sample[]> => {
	const samples: Sample[] = [];
	for (const end = Date.now() + sampled; Date.now() < end; await setTimeout(2)) {
		const begun = Number(process.hrtime.bigint());
		const {values, approximate} = probe.read();
		const ended = Number(process.hrtime.bigint());
		const {'v8.used': used = Number.NaN, 'v8.total': total = Number.NaN} = values;
		samples.push({begun, ended, used, total, isExact: approximate === false});
	}
	return samples;
};

const judge = (
	samples: readonly Sample[],
	journals: readonly Journal[],
	isReadCheaply: boolean,
): Pick<AccuracyRow, 'inUse' | 'system' | 'isReached'> => {
	const unmarked = samples.filter(({isExact}) => isExact);
	const bracketOf = bracketsOf(journals);
	const errors = unmarked.map(({begun, ended, used, total}) => {
		const bracket = bracketOf(begun, ended);
		return {used: outside(used, bracket.used), total: outside(total, bracket.total)};
	});
	const [p99, worst] = [0.99, 1].map(share =>
		percentile(
			errors.map(({used}) => used),
			share,
		),
	);
	const exact = errors.filter(({total}) => total === 0).length;
	const share = unmarked.length / samples.length;
	const percent = (value = Number.NaN): string => `${(100 * value).toFixed(2)} %`;
	return {
		inUse: `${percent(share)} of ${samples.length} unmarked; 99 % of those outside their reports by at most ${percent(p99)}, all by at most ${percent(worst)}`,
		system: `within its reports in ${exact} of ${errors.length}`,
		isReached: isReadCheaply && share >= 0.5 && (p99 ?? 1) <= 0.01 && (worst ?? 1) <= 0.07,
	};
};

// How far a value lies outside of a range, as a share of it.
const outside = (value: number, {low, high}: {readonly low: number; readonly high: number}): number =>
	Math.max(0, low - value, value - high) / value;
