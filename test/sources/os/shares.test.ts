import {setImmediate} from 'node:timers/promises';
import test from 'ava';
import type {ProcessShares} from '../../../src/platform/platform.ts';
import {nothing} from '../../../src/sources/os/part.ts';
import {createSharesPart} from '../../../src/sources/os/shares.ts';
import {createOpenProcess, createTestClock} from '../../helpers/open-process.ts';

const gibibyte = 1024 ** 3;
const found: ProcessShares = {pss: 30, uss: 20, cost: 50};
const tooDear = 'would cost more than 1 % of the time';

/** Ticks at these seconds, and what each of them read. */
const readAt = async (
	shares: (() => Promise<ProcessShares>) | undefined,
	rss: number,
	seconds: readonly number[],
) => {
	const clock = createTestClock();
	const read = createSharesPart(createOpenProcess(shares && {shares}), clock);
	const readings = [];
	for (const second of seconds) {
		clock.move(second * 1000 - clock.monotonic());
		readings.push(read(clock.monotonic(), rss));
		await setImmediate();
	}
	return readings;
};

const absent = (reason: string) => ({values: {}, absent: {'os.pss': reason, 'os.uss': reason}});
const numbers = {values: {'os.pss': 30, 'os.uss': 20}};

test('started in a tick, delivered in the next', async t => {
	t.deepEqual(await readAt(async () => found, 1024 ** 2, [0, 1]), [nothing, numbers]);
});

test('a large process waits until it can be paid, and again', async t => {
	const readings = await readAt(async () => found, gibibyte, [0, 0.1, 1, 2, 5, 6, 7]);
	t.deepEqual(readings, [absent(tooDear), nothing, nothing, numbers, nothing, nothing, numbers]);
});

test('why it is refused', async t => {
	const readings = await readAt(async () => ({refused: 'not permitted'}), 0, [0, 0.5, 1]);
	t.deepEqual(readings, [nothing, absent('not permitted'), nothing]);
});

test('a system without such a count', async t => {
	t.deepEqual(await readAt(undefined, 0, [0, 1]), [nothing, absent('not told by this system')]);
});

test('a failure tells nothing', async t => {
	const fail = async (): Promise<ProcessShares> => {
		throw new Error('ESRCH');
	};
	t.deepEqual(await readAt(fail, 0, [0, 1, 2]), [nothing, nothing, nothing]);
});
