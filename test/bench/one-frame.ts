import {runBundled} from './bundled-program.ts';
import type {Benchmark, Row} from './row.ts';
import {median, percentile} from './statistics.ts';

const runs = 3;

/** Milliseconds. */
const allowed = 1.5;

/** How long drawing takes on a large screen that shows many samples. */
export const oneFrame: Benchmark = {
	name: 'one-frame',
	run: turns => turns(measure),
};

const measure = async (): Promise<readonly Row[]> => {
	const measured: Frames[] = [];
	for (let run = 0; run < runs; run += 1) measured.push((await runBundled('time-frames')) as Frames);
	const medians = measured.map(({times}) => median(times));
	const slowest = measured.map(({times}) => percentile(times, 0.99));
	const [{times, bytes}] = measured as [Frames];
	return [
		{
			what: 'one frame, 200x60, 10,000 samples in the window',
			reach: `${allowed} ms`,
			measured: `median ${listed(medians)}, p99 ${listed(slowest)} ms in ${runs} runs of ${times.length} frames of ${(bytes / times.length).toFixed(0)} B`,
			isReached: median(medians) <= allowed,
		},
	];
};

/** Milliseconds of each frame, and bytes of all together. */
type Frames = {readonly times: readonly number[]; readonly bytes: number};

const listed = (values: readonly number[]): string => values.map(value => value.toFixed(2)).join(', ');
