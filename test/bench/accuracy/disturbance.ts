import type {Row} from '../row.ts';
import {type BusyProgram, startBusy} from './disturbance-program.ts';
import {type Reader, startReader} from './disturbance-reader.ts';
import type {Disturbed} from './disturbance-subjects.ts';

/**
 * How much less a busy program does in a second of processor time while it is read: pairs of half a second with and
 * without, until the mean is known well enough. The program has one core, the reader another. Between its turns the
 * reader stands still, so that what it does once in so many seconds falls into its turns alone: more often than it would.
 */
export const measureDisturbance = async ({what, command, environment, reading}: Disturbed): Promise<Row> => {
	const program = await startBusy(await command(), environment);
	try {
		const reader = await startReader(reading(program.pid));
		try {
			return rowOf(what, await comparePairs(program, reader));
		} finally {
			await reader.end();
		}
	} finally {
		await program.end();
	}
};

const rowOf = (what: string, {mean, error, pairs}: Comparison): Row => ({
	what: `work per CPU second of ${what}`,
	reach: 'within ±1 %',
	measured: `${signed(mean)} % (95 %: ${signed(mean - error)} to ${signed(mean + error)} %, ${pairs} pairs)`,
	isReached: 2 * error < 1 && Math.abs(mean) <= 1,
});

/** By how many percent work changes while it is read, and half of the interval in which that lies by 95 %. */
type Comparison = {readonly mean: number; readonly error: number; readonly pairs: number};

const leastPairs = 16;
const mostPairs = 150;
const milliseconds = 500;

const comparePairs = async ({work}: BusyProgram, {whileReading}: Reader): Promise<Comparison> => {
	const workAlone = () => work(milliseconds);
	const workRead = () => whileReading(workAlone);
	const changes: number[] = [];
	await warmUp(workRead);
	let result: Comparison = {mean: Number.NaN, error: Number.NaN, pairs: 0};
	while (changes.length < mostPairs) {
		// Which comes first takes turns, so that a machine growing slower favours neither.
		const isReadFirst = changes.length % 2 === 0;
		const first = isReadFirst ? await workRead() : await workAlone();
		const second = isReadFirst ? await workAlone() : await workRead();
		changes.push(100 * (isReadFirst ? first / second - 1 : second / first - 1));
		result = {...interval(changes), pairs: changes.length};
		if (changes.length >= leastPairs && 2 * result.error < 1) break;
	}
	return result;
};

// Both sides compile what they run often only after a while.
const warmUp = async (workRead: () => Promise<number>): Promise<void> => {
	for (let turn = 0; turn < 6; turn += 1) await workRead();
};

// Mean and half of its 95 % interval, by the normal distribution: there are at least sixteen.
const interval = (values: readonly number[]) => {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
	return {mean, error: 1.96 * Math.sqrt(variance / values.length)};
};

const signed = (value: number): string => `${value < 0 ? '' : '+'}${value.toFixed(2)}`;
