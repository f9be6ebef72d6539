import test from 'ava';
import {selectPlatform, systemPlatform} from '../../src/platform/index.ts';
import {TargetError} from '../../src/target/errors.ts';
import {startChild} from '../helpers/child.ts';

test('this machine knows a real process by its pid and in its list', async t => {
	const child = startChild(t, 'sleep', ['60']);
	const target = await systemPlatform.identify(child.pid);
	t.is(target.pid, child.pid);
	t.is((await systemPlatform.list()).find(({pid}) => pid === child.pid)?.startTime, target.startTime);
});

test('Linux reads more than the others', async t => {
	const target = {pid: process.pid, name: 'node'};
	const linux = await selectPlatform('linux').openProcess(target);
	const other = await selectPlatform('win32').openProcess(target);
	t.deepEqual([typeof linux.details, typeof linux.shares], ['function', 'function']);
	t.deepEqual([other.details, other.shares], [undefined, undefined]);
	linux.close();
	other.close();
});

test('a pid without a process rejects', async t => {
	await t.throwsAsync(systemPlatform.identify(2 ** 31 - 1), {instanceOf: TargetError});
});
