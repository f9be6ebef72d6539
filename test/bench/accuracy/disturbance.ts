import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import {buildGo} from '../../sources/go/helpers/build-go.ts';
import {type GoTarget, startGo} from '../../sources/go/helpers/go-target.ts';
import type {Row} from '../row.ts';

/**
 * How much less a busy Go program does in a second of processor time while it is read 100 times a second: pairs of runs
 * with and without, until the mean is known well enough. The program has one core, the reader another.
 */
export const measureDisturbance = async (): Promise<Row> => {
	const go = await startGo(buildGo('stripped'), {GOMAXPROCS: '1'}, ['taskset', '-c', '0']);
	try {
		const {mean, error, pairs} = await comparePairs(go);
		const within = `${signed(mean - error)} to ${signed(mean + error)}`;
		return {
			what: 'work of a busy Go program per CPU second, read at 100 Hz',
			reach: 'within ±1 %',
			measured: `${signed(mean)} % (95 %: ${within} %, ${pairs} pairs)`,
			isReached: 2 * error < 1 && Math.abs(mean) <= 1,
		};
	} finally {
		await go.end();
	}
};

const leastPairs = 8;
const mostPairs = 100;

const comparePairs = async (go: GoTarget) => {
	const changes: number[] = [];
	await workOf(go);
	let result = {mean: Number.NaN, error: Number.NaN, pairs: 0};
	while (changes.length < mostPairs) {
		// Which comes first takes turns, so that a machine growing slower favours neither.
		const isReadFirst = changes.length % 2 === 0;
		const first = isReadFirst ? await workWhileRead(go) : await workOf(go);
		const second = isReadFirst ? await workOf(go) : await workWhileRead(go);
		changes.push(100 * (isReadFirst ? first / second - 1 : second / first - 1));
		result = {...interval(changes), pairs: changes.length};
		if (changes.length >= leastPairs && 2 * result.error < 1) break;
	}
	return result;
};

// Mean and half of its 95 % interval, by the normal distribution: there are at least eight.
const interval = (values: readonly number[]) => {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
	return {mean, error: 1.96 * Math.sqrt(variance / values.length)};
};

const workOf = async ({tell}: GoTarget): Promise<number> => {
	const [rounds = Number.NaN, nanoseconds = Number.NaN] = (await tell('work 2000')).split(' ').map(Number);
	return rounds / nanoseconds;
};

const workWhileRead = async (go: GoTarget): Promise<number> => {
	const script = fileURLToPath(new URL('reader.ts', import.meta.url));
	const args = ['-c', '1', process.execPath, '--import=tsx', script, String(go.target.pid)];
	const reader = spawn('taskset', args, {stdio: ['ignore', 'pipe', 'inherit']});
	try {
		await once(reader.stdout, 'data');
		return await workOf(go);
	} finally {
		const exit = once(reader, 'exit');
		reader.kill('SIGKILL');
		await exit;
	}
};

const signed = (value: number): string => `${value < 0 ? '' : '+'}${value.toFixed(2)}`;
