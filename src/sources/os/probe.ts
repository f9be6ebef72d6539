import type {Clock} from '../../model/clock.ts';
import {mergeReadings} from '../../model/merge-readings.ts';
import type {OpenProcess} from '../../platform/platform.ts';
import type {Probe} from '../source.ts';
import {createDetailsPart} from './details.ts';
import {readMemory} from './memory.ts';
import {nothing} from './part.ts';
import {createSharesPart} from './shares.ts';
import {createUsagePart} from './usage.ts';

/** The probe on an open process: RSS and VIRT on every tick, all else more slowly. Closes the process with itself. */
export const createOsProbe = (process: OpenProcess, clock: Clock): Probe => {
	const slowParts = [
		createDetailsPart(process),
		createSharesPart(process, clock),
		createUsagePart(process, clock),
	];
	return {
		read: () => {
			const memory = readMemory(process);
			const now = clock.monotonic();
			const rss = memory.values['os.rss'] ?? 0;
			let reading = memory;
			for (const read of slowParts) {
				const slow = read(now, rss);
				if (slow !== nothing) reading = mergeReadings([reading, slow]);
			}
			return reading;
		},
		close: process.close,
	};
};
