import test from 'ava';
import type {ProcessInfo} from '../../src/model/process-info.ts';
import {TargetError} from '../../src/target/errors.ts';
import type {ProcessDirectory} from '../../src/target/process-directory.ts';
import {resolveTarget} from '../../src/target/resolve.ts';

const node: ProcessInfo = {pid: 2, name: 'node', user: 'ada', rss: 4096, command: 'node a.js', startTime: 5};
const workers: readonly ProcessInfo[] = [
	{pid: 3, name: 'nginx', rss: 1, command: 'nginx'},
	{pid: 4, name: 'nginx', rss: 2, command: 'nginx'},
];

const directory: ProcessDirectory = {
	list: async () => [node, ...workers],
	identify: async pid => {
		if (pid === 2) return {pid, name: 'node'};
		throw new TargetError('none');
	},
};

test('a pid is looked up', async t => {
	t.deepEqual(await resolveTarget({pid: 2}, directory), {target: {pid: 2, name: 'node'}});
});

test('a pid that is not there', async t => {
	await t.throwsAsync(resolveTarget({pid: 9}, directory), {instanceOf: TargetError});
});

test('one match is the target', async t => {
	const target = {pid: 2, name: 'node', user: 'ada', command: 'node a.js', startTime: 5};
	t.deepEqual(await resolveTarget({name: 'node'}, directory), {target});
});

test('several matches are candidates', async t => {
	t.deepEqual(await resolveTarget({name: 'nginx'}, directory), {candidates: workers});
});

test('digits can be a name when they are said to be one', async t => {
	await t.throwsAsync(resolveTarget({name: '2'}, directory), {
		instanceOf: TargetError,
		message: 'expected a process named "2", found none',
	});
});

test('no name matches nothing', async t => {
	await t.throwsAsync(resolveTarget({name: ''}, directory), {
		message: 'expected a process named "", found none',
	});
});

test('the name is cleaned before it is shown', async t => {
	await t.throwsAsync(resolveTarget({name: 'a\u001bc'}, directory), {
		message: 'expected a process named "a?c", found none',
	});
});
