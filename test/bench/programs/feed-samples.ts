// Takes 10,000,000 samples of a Go program into a history as a live watch does; prints as JSON how long that took (seconds),
// how much more memory is taken than before (bytes), and how many samples of in use and system are kept one by one.
import {emptyHistory, type History, record, seriesOf} from '../../../src/model/history.ts';
import type {Sample} from '../../../src/model/sample.ts';
import {exactStart} from '../../../src/model/series.ts';
import {goSource} from '../../../src/sources/go/index.ts';
import {osSource} from '../../../src/sources/os/index.ts';

const samples = 10_000_000;
const interval = 0.01;
const start = 1_763_790_000;

// Read in every tick, as the source and the resident size are; the others once a second.
const quick = [...goSource.metrics, ...osSource.metrics.slice(0, 2)].map(({id}) => id);
const slow = osSource.metrics.slice(2).map(({id}) => id);
const ticksOfSlow = 1 / interval;

const sampleAt = (index: number): Sample => {
	const values: Record<string, number> = {};
	for (const [place, id] of quick.entries()) values[id] = 4096 * (20_000 + ((index * (13 + place)) % 4096));
	if (index % ticksOfSlow === 0) for (const [place, id] of slow.entries()) values[id] = (index * place) % 977;
	const time = Math.round(1000 * (start + index * interval)) / 1000;
	return {time, inUse: 0, system: 0, approximate: index % 1000 === 0, values};
};

const memory = () => {
	globalThis.gc?.();
	const {rss, heapUsed, arrayBuffers} = process.memoryUsage();
	return {rss, held: heapUsed + arrayBuffers};
};

const feed = (history: History, count: number): void => {
	for (let index = 0; index < count; index += 1) record(history, sampleAt(index));
};

const full = [goSource.inUse, goSource.system];
// Compiled, and with all the room that the collector keeps for short-lived objects in any program that runs for long.
feed(emptyHistory({full}), 20_000);
const aged: Sample[] = [];
for (let index = 0; index < 1_000_000; index += 1) aged[index % 5000] = sampleAt(index);
aged.length = 0;
const before = memory();
const begun = performance.now();
const history = emptyHistory({full});
feed(history, samples);
const seconds = (performance.now() - begun) / 1000;
const after = memory();
const kept = full.map(id => seriesOf(history, id)).map(series => series.length - exactStart(series));
console.log(
	JSON.stringify({
		...{samples: history.samples, metrics: history.series.size, seconds, kept: Math.min(...kept)},
		...{held: after.held - before.held, rss: after.rss - before.rss},
	}),
);
