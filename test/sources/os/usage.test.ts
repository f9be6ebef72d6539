import {setTimeout} from 'node:timers/promises';
import test from 'ava';
import type {ProcessUsage} from '../../../src/platform/usage.ts';
import {nothing} from '../../../src/sources/os/part.ts';
import {createUsagePart} from '../../../src/sources/os/usage.ts';
import {until} from '../../helpers/child.ts';
import {createOpenProcess, createTestClock} from '../../helpers/open-process.ts';

/** A process that has used half a second of CPU by the time of each further call. */
const createBusy = () => {
	let calls = 0;
	const usage = async (): Promise<ProcessUsage> => {
		calls += 1;
		return {rss: 1, cpuTime: calls * 500, parent: 7, elapsed: 61_000, time: 0};
	};
	return {usage, calls: () => calls};
};

test('CPU from two calls, age and parent from each', async t => {
	const clock = createTestClock();
	const busy = createBusy();
	const read = createUsagePart(createOpenProcess(busy), clock);
	t.is(read(0, 0), nothing);
	await until(() => busy.calls() === 1);
	await setTimeout(1);
	t.deepEqual(read(500, 0), {
		values: {'os.elapsed': 61, 'os.parent': 7},
		absent: {'os.cpu': 'needs two readings'},
	});
	clock.move(1000);
	t.is(read(1000, 0), nothing);
	await until(() => busy.calls() === 2);
	await setTimeout(1);
	t.deepEqual(read(1001, 0), {values: {'os.cpu': 50, 'os.elapsed': 61, 'os.parent': 7}});
});

test('a failure is no end', async t => {
	let hasFailed = false;
	const usage = async (): Promise<ProcessUsage> => {
		hasFailed = true;
		throw Object.assign(new Error('ESRCH'), {code: 'ESRCH'});
	};
	const read = createUsagePart(createOpenProcess({usage}), createTestClock());
	read(0, 0);
	await until(() => hasFailed);
	await setTimeout(1);
	t.is(read(100, 0), nothing);
});
