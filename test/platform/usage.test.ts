import test from 'ava';
import {isGone} from '../../src/platform/error-code.ts';
import {createUsageReader} from '../../src/platform/usage.ts';
import {startChild, startNode} from '../helpers/child.ts';

test('a real process', async t => {
	const child = await startNode(t, 'console.log("ready"); process.stdin.resume()');
	const usage = await createUsageReader(child.pid)();
	t.is(usage.parent, process.pid);
	t.true(usage.rss > 10 * 1024 ** 2);
	t.true(usage.cpuTime >= 0 && usage.elapsed >= 0);
	t.true(Math.abs(usage.time - Date.now()) < 60_000);
});

test('one call at a time', async t => {
	const read = createUsageReader(process.pid);
	const first = read();
	t.is(read(), first);
	await first;
	const second = read();
	t.not(second, first);
	await second;
});

test('no such process', async t => {
	const error = await t.throwsAsync(createUsageReader(2 ** 31 - 1)());
	t.true(isGone(error));
});

test('a process that ended between two calls', async t => {
	const child = startChild(t, 'sleep', ['60']);
	const read = createUsageReader(child.pid);
	await read();
	await child.end();
	t.true(isGone(await t.throwsAsync(read())));
});

test('settings in the environment do no harm', async t => {
	process.env.PIDUSAGE_MAXAGE = '0';
	process.env.PIDUSAGE_USE_PS = 'true';
	t.true((await createUsageReader(process.pid)()).rss > 0);
});
