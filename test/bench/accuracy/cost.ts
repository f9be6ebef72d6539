import type {Target} from '../../../src/model/target.ts';
import {goSource} from '../../../src/sources/go/index.ts';
import type {Probe, Source} from '../../../src/sources/source.ts';
import {median} from '../statistics.ts';
import type {Cost} from './row.ts';

/** Opens a process a few times, reads it often, and leaves it open. Rejects when it is refused. */
export const measureCost = async (
	target: Target,
	source: Source = goSource,
): Promise<{readonly probe: Probe; readonly cost: Cost}> => {
	const openings = [await measureOpening(target, source)];
	while (openings.length < openingCount) openings.push(await measureOpening(target, source));
	for (const {probe} of openings) probe.close();
	const {probe} = await measureOpening(target, source);
	const opening = median(openings.map(({time}) => time));
	const slice = median(openings.map(({slice}) => slice));
	return {probe, cost: {reading: measureReading(probe), opening, slice}};
};

/** The cost is within what is to be reached. */
export const isCheap = ({reading, opening}: Cost): boolean => reading <= 20 && opening <= 200;

const openingCount = 5;

const measureOpening = async (
	target: Target,
	source: Source,
): Promise<{probe: Probe; time: number; slice: number}> => {
	const watch = watchLoop();
	const start = performance.now();
	const probe = await source.open(target);
	const time = performance.now() - start;
	const slice = watch.stop();
	if (probe.refused !== undefined) throw new Error(`expected to read ${target.name}, got: ${probe.refused}`);
	return {probe, time, slice};
};

const measureReading = (probe: Probe): number => {
	const times = Array.from({length: 2000}, () => {
		const start = performance.now();
		probe.read();
		return 1000 * (performance.now() - start);
	});
	return median(times);
};

/** Measures the longest time between two turns of the event loop, in milliseconds, until it is stopped. */
export const watchLoop = () => {
	let longest = 0;
	let last = performance.now();
	let isWatching = true;
	const turn = (): void => {
		const now = performance.now();
		longest = Math.max(longest, now - last);
		last = now;
		if (isWatching) setImmediate(turn);
	};
	setImmediate(turn);
	return {
		stop: (): number => {
			isWatching = false;
			return longest;
		},
	};
};
