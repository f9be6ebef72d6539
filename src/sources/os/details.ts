import {mergeReadings} from '../../model/merge-readings.ts';
import type {Reading} from '../../model/reading.ts';
import type {OpenProcess, ProcessDetails} from '../../platform/platform.ts';
import {createPace} from './pace.ts';
import {nothing, type Part, toReading} from './part.ts';
import {createRate} from './rate.ts';

/** The parts of RSS, swap, peak, threads and faults: on the first tick, then once a second. */
export const createDetailsPart = (process: OpenProcess): Part => {
	const isDue = createPace(1000);
	const readFaults = createFaults();
	return now => {
		if (!isDue(now)) return nothing;
		const details = readDetails(process);
		if (details === undefined) return untold;
		return mergeReadings([toLevels(details), readFaults(details, now)]);
	};
};

// A failure is not the end of the target: that is for its memory to say.
const readDetails = (process: OpenProcess): Partial<ProcessDetails> | undefined => {
	try {
		return process.details?.();
	} catch {
		return undefined;
	}
};

const toLevels = (details: Partial<ProcessDetails>): Reading =>
	toReading(
		{
			'os.swap': details.swap,
			'os.rss_anon': details.rssAnon,
			'os.rss_file': details.rssFile,
			'os.rss_shmem': details.rssShmem,
			'os.rss_peak': details.rssPeak,
			'os.threads': details.threads,
		},
		'not told by this system',
	);

const createFaults = (): ((details: Partial<ProcessDetails>, now: number) => Reading) => {
	const minor = createRate();
	const major = createRate();
	return ({minorFaults, majorFaults}, now) =>
		toReading(
			{'os.minor_faults': minor(minorFaults, now), 'os.major_faults': major(majorFaults, now)},
			'needs two readings',
		);
};

const untold = mergeReadings([
	toLevels({}),
	toReading({'os.minor_faults': undefined, 'os.major_faults': undefined}, 'not told by this system'),
]);
