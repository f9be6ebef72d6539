import {setTimeout} from 'node:timers/promises';
import type {Clock} from '../../model/clock.ts';
import type {OpenProcess} from '../../platform/platform.ts';
import {createDelivery} from './delivery.ts';
import {createPace} from './pace.ts';
import {type Part, toReading} from './part.ts';
import {createRate} from './rate.ts';

/** CPU, age and parent: asynchronously, at most once a second. */
export const createUsagePart = (process: OpenProcess, clock: Clock): Part => {
	const isDue = createPace(1000);
	// Reckoned here, because pidusage's own percentage divides by whole seconds on macOS and starts with a zero.
	const cpuRate = createRate();
	const firstFrame = setTimeout(frameTime, undefined, {ref: false});
	const delivery = createDelivery(async () => {
		await firstFrame;
		const {cpuTime, elapsed, parent} = await process.usage();
		const cpu = cpuRate(cpuTime / millisecondsPerPercent, clock.monotonic());
		return toReading(
			{'os.cpu': cpu, 'os.elapsed': elapsed / 1000, 'os.parent': parent},
			'needs two readings',
		);
	});
	return (now, rss) => {
		if (isDue(now)) delivery.start(rss);
		return delivery.take();
	};
};

/** Of a second. */
const millisecondsPerPercent = 10;

/** Milliseconds left to the first picture on the screen: the first call of pidusage starts two programs. */
const frameTime = 100;
