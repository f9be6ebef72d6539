import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {identify} from '../../../src/platform/linux/identify.ts';
import {createProc} from '../../../src/platform/linux/proc.ts';
import {withFolder} from '../folder.ts';
import {isCheap, measureCost} from './cost.ts';
import type {AccuracyRow} from './row.ts';

/** 100 samples of Debian's Prometheus, each between two of its own reports on a port of this machine. */
export const measurePrometheus = (): Promise<AccuracyRow> =>
	withFolder(async folder => {
		const port = await freePort();
		const configuration = join(folder, 'prometheus.yml');
		await writeFile(configuration, configurationFor(port));
		const child = spawn(
			'prometheus',
			[
				`--config.file=${configuration}`,
				`--storage.tsdb.path=${folder}`,
				`--web.listen-address=127.0.0.1:${port}`,
			],
			{stdio: 'ignore'},
		);
		try {
			await once(child, 'spawn');
			return await measure(child.pid ?? Number.NaN, `http://127.0.0.1:${port}/metrics`);
		} finally {
			const exit = once(child, 'exit');
			child.kill('SIGKILL');
			await exit;
		}
	});

const freePort = async (): Promise<number> => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('expected a port, got none');
	return address.port;
};

// It reads its own metrics every second, so that it has something to do.
const configurationFor = (port: number): string =>
	`global: {scrape_interval: 1s}\nscrape_configs: [{job_name: self, static_configs: [{targets: ['127.0.0.1:${port}']}]}]\n`;

const measure = async (pid: number, url: string): Promise<AccuracyRow> => {
	await untilReady(url);
	const {probe, cost} = await measureCost(identify(createProc(), pid));
	const samples: Sample[] = [];
	while (samples.length < 100) {
		const before = await scrape(url);
		const {values} = probe.read();
		const after = await scrape(url);
		await setTimeout(50);
		// With a collection between them, its heap may have been larger than either tells.
		if (before.collections !== after.collections) continue;
		const {'go.alloc': alloc = Number.NaN, 'go.sys': sys = Number.NaN} = values;
		samples.push({before, after, alloc, sys});
	}
	probe.close();
	const outside = Math.max(...samples.map(shareOutside));
	const steady = samples.filter(({before, after}) => before.sys === after.sys);
	const exact = steady.filter(({sys, after}) => sys === after.sys);
	return {
		target: "Prometheus (Debian's, stripped), its own /metrics",
		inUse: `outside its reports before and after by at most ${(100 * outside).toFixed(2)} %`,
		system: `exact in ${exact.length} of ${steady.length}`,
		cost,
		isReached: outside <= 0.01 && exact.length === steady.length && steady.length >= 90 && isCheap(cost),
	};
};

type Figures = {readonly alloc: number; readonly sys: number};
type Report = Figures & {readonly collections: number};
type Sample = Figures & {readonly before: Report; readonly after: Report};

const shareOutside = ({before, after, alloc}: Sample): number => {
	const [low, high] = [Math.min(before.alloc, after.alloc), Math.max(before.alloc, after.alloc)];
	return Math.max(0, low - alloc, alloc - high) / low;
};

const scrape = async (url: string): Promise<Report> => {
	const text = await (await fetch(url)).text();
	const figure = (name: string): number => Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1]);
	return {
		alloc: figure('go_memstats_alloc_bytes'),
		sys: figure('go_memstats_sys_bytes'),
		collections: figure('go_gc_duration_seconds_count'),
	};
};

const untilReady = async (url: string): Promise<void> => {
	for (let attempt = 0; attempt < 100; attempt += 1) {
		try {
			await scrape(url);
			return;
		} catch {
			await setTimeout(100);
		}
	}
	throw new Error('expected Prometheus to answer within ten seconds, it did not');
};
