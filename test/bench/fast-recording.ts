import {duration, type Recording, recordByLoop, recordByMemtop} from './recording.ts';
import type {Benchmark, Row} from './row.ts';
import {withSawTooth} from './saw-tooth.ts';
import {median, percentile} from './statistics.ts';

const runs = 3;

/** Recording at 100 Hz: whether every sample is there and on time, and what it costs beside the least that is possible. */
export const recordAt100: Benchmark = {
	name: 'record-100',
	run: turns => turns(() => withSawTooth(measureAt100)),
};

const measureAt100 = async (pid: number): Promise<readonly Row[]> => {
	const ours: Recording[] = [];
	const bare: Recording[] = [];
	for (let run = 0; run < runs; run += 1) {
		ours.push(await recordByMemtop(pid, 10));
		bare.push(await recordByLoop(pid, 10));
	}
	return [countRow(ours, {interval: 10, share: 1}), punctualityRow(ours), costRow(ours, bare)];
};

/** Recording at 1 kHz. */
export const recordAt1000: Benchmark = {
	name: 'record-1000',
	run: turns => turns(() => withSawTooth(measureAt1000)),
};

const measureAt1000 = async (pid: number): Promise<readonly Row[]> => {
	const recordings: Recording[] = [];
	for (let run = 0; run < runs; run += 1) recordings.push(await recordByMemtop(pid, 1));
	return [countRow(recordings, {interval: 1, share: 0.99})];
};

const countRow = (
	recordings: readonly Recording[],
	{interval, share}: {readonly interval: number; readonly share: number},
): Row => {
	const asked = (duration * 1000) / interval;
	// The one at the very end may be there or not.
	const counts = recordings.map(({stamps}) => Math.min(asked, stamps.length));
	return {
		what: `\`record\` at ${1000 / interval} Hz for ${duration} s: samples`,
		reach: `${Math.ceil(share * asked)} of ${asked}`,
		measured: `${counts.join(', ')} of ${asked}`,
		isReached: median(counts) >= share * asked,
	};
};

const punctualityRow = (recordings: readonly Recording[]): Row => {
	const errors = recordings.map(({stamps}) => percentile(intervalErrors(stamps, 10), 0.99));
	return {
		what: '`record` at 100 Hz: p99 interval error',
		reach: '5 ms',
		measured: `${errors.map(error => error.toFixed(2)).join(', ')} ms`,
		isReached: median(errors) <= 5,
	};
};

const intervalErrors = (stamps: readonly number[], interval: number): readonly number[] =>
	stamps.slice(1).map((stamp, index) => Math.abs(stamp - (stamps[index] ?? Number.NaN) - interval));

const costRow = (ours: readonly Recording[], bare: readonly Recording[]): Row => {
	const whole = ratioOf(ours, bare, ({whole}) => whole);
	const steady = ratioOf(ours, bare, ({steady}) => steady);
	return {
		what: '`record` at 100 Hz: CPU against a bare Node loop',
		reach: '1.5 times',
		measured: `${whole.text}; without the start ${steady.text}; medians of ${runs}`,
		isReached: whole.ratio <= 1.5,
	};
};

const ratioOf = (
	ours: readonly Recording[],
	bare: readonly Recording[],
	pick: (recording: Recording) => number,
): {readonly ratio: number; readonly text: string} => {
	const [our, their] = [median(ours.map(pick)), median(bare.map(pick))];
	const ratio = our / their;
	return {ratio, text: `${ratio.toFixed(2)} times (${our.toFixed(0)} against ${their.toFixed(0)} ms)`};
};
