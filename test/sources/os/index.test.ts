import {setTimeout} from 'node:timers/promises';
import test from 'ava';
import {systemClock} from '../../../src/model/clock.ts';
import type {Reading} from '../../../src/model/reading.ts';
import {createLinuxPlatform} from '../../../src/platform/linux/index.ts';
import {createPortablePlatform} from '../../../src/platform/portable/index.ts';
import {createOsSource} from '../../../src/sources/os/index.ts';
import type {Probe} from '../../../src/sources/source.ts';
import {TargetGoneError} from '../../../src/target/errors.ts';
import {startChild, startNode} from '../../helpers/child.ts';

const linux = createLinuxPlatform();

/** Reads every 50 ms until all these metrics were read, and gives the newest number of each. */
const readUntil = async (probe: Probe, metrics: readonly string[]): Promise<Reading['values']> => {
	let values: Reading['values'] = {};
	for (let attempt = 0; attempt < 200; attempt += 1) {
		values = {...values, ...probe.read().values};
		if (metrics.every(metric => metric in values)) return values;
		await setTimeout(50);
	}
	throw new Error(`expected ${metrics} within ten seconds, got ${Object.keys(values)}`);
};

test('every metric of a real process is read', async t => {
	const child = await startNode(t, 'console.log("ready"); setInterval(() => {}, 1)');
	const source = createOsSource(linux);
	const probe = await source.open(await linux.identify(child.pid));
	const metrics = source.metrics.map(({id}) => id);
	const values = await readUntil(probe, metrics);
	t.deepEqual(Object.keys(values).sort(), [...metrics].sort());
	t.is(values['os.parent'], process.pid);
	t.true(Number(values['os.uss']) <= Number(values['os.pss']));
	t.true(Number(values['os.pss']) <= Number(values['os.rss']));
	probe.close();
});

test('a busy process uses about one core', async t => {
	const child = await startNode(t, 'console.log("ready"); setInterval(() => { while (true); }, 1)');
	const probe = await createOsSource(linux).open(await linux.identify(child.pid));
	const {'os.cpu': cpu} = await readUntil(probe, ['os.cpu']);
	t.true(Number(cpu) > 5 && Number(cpu) < 150, `${cpu} %`);
	probe.close();
});

test('a probe says when its process has ended', async t => {
	const child = startChild(t, 'sleep', ['60']);
	const probe = await createOsSource(linux).open(await linux.identify(child.pid));
	t.true(Number(probe.read().values['os.rss']) > 0);
	await child.end();
	t.throws(probe.read, {instanceOf: TargetGoneError});
	probe.close();
});

test('a target that has ended cannot be opened', async t => {
	const child = startChild(t, 'sleep', ['60']);
	const target = await linux.identify(child.pid);
	await child.end();
	await t.throwsAsync(createOsSource(linux).open(target), {instanceOf: TargetGoneError});
});

test('everywhere else RSS comes from pidusage', async t => {
	const child = await startNode(t, 'console.log("ready"); process.stdin.resume()');
	const portable = createPortablePlatform({system: 'win32', clock: systemClock});
	const probe = await createOsSource(portable).open({pid: child.pid, name: 'node'});
	const {values, absent} = probe.read();
	t.true(Number(values['os.rss']) > 10 * 1024 ** 2);
	t.is(absent?.['os.virt'], 'not told by this system');
	await readUntil(probe, ['os.rss', 'os.elapsed', 'os.parent']);
	probe.close();
});
