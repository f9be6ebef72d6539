import {runBundled} from './bundled-program.ts';
import type {Benchmark, Row} from './row.ts';

/** Bytes. */
const allowed = 40e6;

/** Samples of in use and system that are to be there one by one. */
const wanted = 1_000_000;

/** How much memory a watch takes that was never stopped. */
export const liveMemory: Benchmark = {
	name: 'live-memory',
	// Alone: it takes a core for a quarter of a minute.
	run: turns => turns(measure),
};

const measure = async (): Promise<readonly Row[]> => {
	const fed = (await runBundled('feed-samples')) as Fed;
	const {samples, metrics, seconds, kept, held, rss} = fed;
	const microseconds = (1e6 * seconds) / samples;
	return [
		{
			what: `memory after ${samples.toLocaleString('en')} live samples of ${metrics} metrics, above the start`,
			reach: `${megabytes(allowed)}, the last ${wanted.toLocaleString('en')} of in use and system in full`,
			measured: `heap and buffers ${megabytes(held)}, RSS ${megabytes(rss)}, ${kept.toLocaleString('en')} in full, ${microseconds.toFixed(1)} µs a sample`,
			isReached: held <= allowed && rss <= allowed && kept >= wanted,
		},
	];
};

/** What the program prints: bytes above the start, and seconds in all. */
type Fed = Readonly<Record<'samples' | 'metrics' | 'seconds' | 'kept' | 'held' | 'rss', number>>;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
