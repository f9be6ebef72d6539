import test from 'ava';
import {systemPlatform} from '../../../src/platform/index.ts';
import {isEndpointTarget, targetOf} from '../../../src/sources/url/target.ts';
import {startServer} from './helpers/server.ts';

const figures = {family: 'go', values: {}} as const;

const testTarget = test.macro(
	async (
		t,
		address: string,
		pids: readonly number[],
		expected: {readonly pid: number; readonly startTime?: number},
	) => {
		const target = await targetOf(
			{
				url: new URL(address),
				figures: expected.startTime === undefined ? figures : {...figures, startTime: expected.startTime},
			},
			{
				listeners: async () => pids,
				identify: async pid => {
					if (pid === 9) throw new Error('ended');
					return {pid, name: 'service', startTime: 1000 * pid};
				},
			},
		);
		t.is(target.pid, expected.pid);
		t.is(isEndpointTarget(target), expected.pid === 0);
	},
);

test('the process that listens', testTarget, 'http://127.0.0.1:80', [7], {pid: 7});
test('by name', testTarget, 'http://localhost', [7], {pid: 7});
test('IPv6', testTarget, 'https://[::1]/x', [7], {pid: 7});
test('another machine', testTarget, 'http://192.0.2.1', [7], {pid: 0});
test('nobody known', testTarget, 'http://localhost', [], {pid: 0});
test('one of several', testTarget, 'http://localhost', [7, 8], {pid: 0});
test('the other has ended', testTarget, 'http://localhost', [9, 7], {pid: 7});
test('started as it says', testTarget, 'http://localhost', [7, 8], {pid: 8, startTime: 8001.5});
test('started at another time', testTarget, 'http://localhost', [7], {pid: 0, startTime: 7003});

test('an endpoint for itself has its host for a name', async t => {
	const target = await targetOf({url: new URL('http://me:secret@192.0.2.1:8080/x'), figures});
	t.deepEqual(target, {pid: 0, name: '192.0.2.1:8080'});
});

test('a server of this machine', async t => {
	const address = await startServer(t, () => {});
	const target = await targetOf({url: new URL(address), figures});
	// Without a list of sockets the endpoint stands for itself.
	if (process.platform === 'linux') t.deepEqual(target, await systemPlatform.identify(process.pid));
	else t.deepEqual(target, {pid: 0, name: new URL(address).host});
});
