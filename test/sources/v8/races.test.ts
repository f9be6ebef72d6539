import {readFileSync} from 'node:fs';
import {setTimeout} from 'node:timers/promises';
import test from 'ava';
import {v8Source} from '../../../src/sources/v8/index.ts';
import {startChild, until} from '../../helpers/child.ts';
import {nodeProgram, nodeVersions} from '../../helpers/node-versions.ts';
import {startNodeTarget} from './helpers/node-target.ts';
import {numbersOf, openV8For, refusedBy, startNodeFor} from './helpers/open-v8.ts';

test('a program that executes another one is lost', async t => {
	const node = await startNodeFor(t, 24);
	const probe = await openV8For(t, node.target);
	numbersOf(probe);
	await Promise.race([node.tell('execute /bin/sleep'), setTimeout(500)]);
	const {values, lost} = probe.read();
	t.deepEqual(values, {});
	t.is(lost, 'the process executed another program');
});

test('a process that has ended has no numbers, and is not lost', async t => {
	const node = await startNodeFor(t, 22);
	const probe = await openV8For(t, node.target);
	await node.end();
	const {values, lost, absent} = probe.read();
	t.deepEqual(values, {});
	t.is(lost, undefined);
	t.is(absent?.['v8.used'], 'the process has ended');
	t.is(await probe.outside?.(), undefined);
	t.false((await refusedBy(node.target)).applies);
});

for (const major of nodeVersions) {
	test(`death at any moment leaves no exception: Node ${major}`, async t => {
		for (let delay = 0; delay < 12; delay += 1) {
			const node = await startNodeTarget(major);
			const opening = v8Source.open(node.target);
			await setTimeout(delay);
			const ending = node.end();
			const opened = await opening;
			if (opened.refused === undefined) {
				opened.read();
				const outside = opened.outside?.();
				await ending;
				t.deepEqual(opened.read().values, {});
				await outside;
				opened.close();
			}
			await ending;
		}
		t.pass();
	});

	test(`workers that end while they are read: Node ${major}`, async t => {
		const node = await startNodeFor(t, major);
		const probe = await openV8For(t, node.target);
		const {used} = numbersOf(probe);
		let isOver = false;
		const turns = (async () => {
			for (let turn = 0; turn < 8; turn += 1) {
				await node.tell('start');
				await node.tell('workers allocate 500');
				await node.tell('stop');
			}
			isOver = true;
		})();
		while (!isOver) {
			const {values, lost} = probe.read();
			t.is(lost, undefined);
			const [inUse = used, system = 2 ** 26] = [values['v8.used'], values['v8.total']];
			if (!(inUse > 0 && inUse <= system && system < 2 ** 29)) t.fail(`${inUse} of ${system}`);
			await setTimeout(1);
		}
		await turns;
		await until(() => numbersOf(probe).isolates === 1);
	});

	test(`a process that has just begun: Node ${major}`, async t => {
		const child = startChild(t, nodeProgram(major), ['-e', 'setInterval(() => {}, 1000)']);
		let probe = await v8Source.open({pid: child.pid, name: 'node'});
		for (let attempt = 0; attempt < 200 && probe.refused !== undefined; attempt += 1) {
			await setTimeout(5);
			probe = await v8Source.open({pid: child.pid, name: 'node'});
		}
		if (probe.refused !== undefined) return t.fail(probe.refused);
		const {read, close} = probe;
		t.teardown(close);
		await until(() => read().values['v8.used'] !== undefined);
		await setTimeout(300);
		t.true((read().values['v8.total'] ?? 0) > 2 ** 21);
	});
}

for (const major of nodeVersions) {
	test(`reading makes the process no larger: Node ${major}`, async t => {
		const node = await startNodeFor(t, major);
		await node.tell('buffer 20000');
		await setTimeout(300);
		const resident = (): number =>
			Number(/^Rss: +(\d+)/m.exec(readFileSync(`/proc/${node.target.pid}/smaps_rollup`, 'utf8'))?.[1]);
		const before = resident();
		for (let opening = 0; opening < 3; opening += 1) {
			const probe = await openV8For(t, node.target);
			probe.read();
			await probe.outside?.();
		}
		t.true(Math.abs(resident() - before) <= 64, `${resident() - before} KiB more`);
	});
}
