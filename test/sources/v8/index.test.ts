import {setTimeout} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import type {Probe} from '../../../src/sources/source.ts';
import {v8Source} from '../../../src/sources/v8/index.ts';
import {until} from '../../helpers/child.ts';
import {type NodeMajor, nodeReleases, nodeVersions} from '../../helpers/node-versions.ts';
import type {NodeTarget} from './helpers/node-target.ts';
import {numbersOf, openV8For, startNodeFor, sumOf} from './helpers/open-v8.ts';

type Case = {
	readonly major: NodeMajor;
	readonly options?: readonly string[];
	readonly workers?: number;
	/** Bytes that what is in use may be off by at least, where it is only a best effort. */
	readonly allowance?: number;
};

const testFigures = async (t: ExecutionContext, {major, options = [], workers = 0, allowance}: Case) => {
	const node = await startNodeFor(t, major, options);
	for (let index = 0; index < workers; index += 1) await node.tell('start');
	await node.tell('allocate 8000');
	await node.tell('workers allocate 3000');
	await node.tell('large 2000');
	const probe = await openV8For(t, node.target);
	t.regex(
		probe.title ?? '',
		new RegExp(`^Node ${nodeReleases[major].replace(/\.\d+$/, '')} · V8 \\d+\\.\\d+$`),
	);
	for (const command of ['allocate 500', 'collect', 'drop', 'collect', 'workers allocate 100']) {
		await node.tell(command);
		const {read, reports} = await compare(node, probe, allowance !== undefined);
		t.is(read.isolates, 1 + workers);
		t.is(read.total, sumOf(reports, 'total'));
		t.is(read.parts, read.total);
		t.is(read.heapLimit, reports[0]?.limit ?? Number.NaN);
		const difference = Math.abs(read.used - sumOf(reports, 'used'));
		t.true(difference <= Math.max(allowance ?? 65_536, 0.001 * read.used), `${command}: ${difference} bytes`);
	}
};

// A reading between two reports that say nearly the same: what a program does to report must not count.
const compare = async (node: NodeTarget, probe: Probe, isApproximate = false) => {
	for (let attempt = 0; attempt < 20; attempt += 1) {
		const before = await node.reports();
		await setTimeout(20);
		const read = numbersOf(probe);
		const reports = await node.reports();
		const [grown, taken] = (['used', 'total'] as const).map(
			figure => sumOf(reports, figure) - sumOf(before, figure),
		);
		if (taken === 0 && Math.abs(grown ?? Number.NaN) < 49_152 && read.approximate === isApproximate)
			return {read, reports};
	}
	throw new Error('expected the program to be quiet, it was not');
};

for (const major of nodeVersions) {
	test(`the figures of its own report: Node ${major}`, testFigures, {major});
	test(`the figures of its own report: Node ${major}, with workers`, testFigures, {major, workers: 3});
	for (const option of [
		'--max-semi-space-size=1',
		'--max-semi-space-size=64',
		'--jitless',
		'--single-threaded',
	]) {
		test(`the figures of its own report: Node ${major}, ${option}`, testFigures, {major, options: [option]});
	}
}
for (const major of [22, 24, 26] as const) {
	test(`the figures of its own report: Node ${major}, --minor-ms`, testFigures, {
		major,
		options: ['--minor-ms'],
		allowance: 1024 ** 2,
	});
}

for (const major of [20, 22, 24] as const) {
	test(`what is kept outside of the heaps: Node ${major}`, async t => {
		const node = await startNodeFor(t, major);
		await node.tell('start');
		const probe = await openV8For(t, node.target);
		const before = numbersOf(probe).external;
		await node.tell('buffer 30000');
		await setTimeout(50);
		const after = numbersOf(probe).external;
		t.true(Math.abs(after - before - 30_000 * 1024) < 65_536);
		t.true(Math.abs(after - sumOf(await node.reports(), 'external')) < 65_536);
	});
}

test('what is kept outside of the heaps: not told by Node 26', async t => {
	const node = await startNodeFor(t, 26);
	const {values, absent} = (await openV8For(t, node.target)).read();
	t.is(values['v8.external'], undefined);
	t.is(absent?.['v8.external'], 'not known in this version of V8');
});

for (const major of nodeVersions) {
	test(`workers that come and go: Node ${major}`, async t => {
		const node = await startNodeFor(t, major);
		const probe = await openV8For(t, node.target);
		const becomes = (isolates: number) =>
			until(() => {
				const {isolates: found, approximate} = numbersOf(probe);
				return found === isolates && approximate === false;
			});
		await becomes(1);
		await node.tell('start');
		await node.tell('start');
		await becomes(3);
		const {read, reports} = await compare(node, probe);
		t.is(read.total, sumOf(reports, 'total'));
		await node.tell('stop');
		await becomes(2);
		await node.tell('stop');
		await node.tell('start');
		await becomes(2);
		await node.tell('stop');
		await becomes(1);
	});
	test(`collections are counted, those of ended workers too: Node ${major}`, async t => {
		const node = await startNodeFor(t, major);
		await node.tell('start');
		const probe = await openV8For(t, node.target);
		const before = numbersOf(probe);
		await node.tell('collect');
		await node.tell('workers collect');
		await node.tell('workers collect');
		await setTimeout(50);
		const after = numbersOf(probe);
		t.is(after.markCompacts - before.markCompacts, 3);
		await node.tell('stop');
		await until(() => numbersOf(probe).isolates === 1);
		t.true(numbersOf(probe).markCompacts >= after.markCompacts);
		t.true(numbersOf(probe).scavenges >= after.scavenges);
	});
	test(`every reading adds up while the program allocates and collects: Node ${major}`, async t => {
		const node = await startNodeFor(t, major, ['--max-semi-space-size=2']);
		await node.tell('start');
		const probe = await openV8For(t, node.target);
		const churn = Promise.all([node.tell('churn 1500')]);
		let [exact, held] = [0, 0];
		for (const end = Date.now() + 1400; Date.now() < end; await setTimeout(1)) {
			const {values, approximate, lost} = probe.read();
			t.is(lost, undefined);
			const sum = (v8Source.parts ?? []).reduce((total, id) => total + (values[id] ?? Number.NaN), 0);
			// None yet, where a collection has been going on since the process was opened.
			if (values['v8.total'] === undefined) continue;
			if (sum !== values['v8.total']) t.fail(`the parts add up to ${sum}, not ${values['v8.total']}`);
			if (approximate) held += 1;
			else exact += 1;
		}
		t.true(exact > 0, `none of ${held} readings is exact`);
		await churn;
	});
	test(`what is resident outside of the heaps: Node ${major}`, async t => {
		const node = await startNodeFor(t, major);
		const probe = await openV8For(t, node.target);
		const before = (await probe.outside?.())?.bytes ?? Number.NaN;
		await node.tell('allocate 20000');
		const after = (await probe.outside?.())?.bytes ?? Number.NaN;
		t.true(Math.abs(after - before) < 16 * 1024 ** 2, `${after - before} bytes more for the heap`);
		await node.tell('buffer 50000');
		const outside = (await probe.outside?.())?.bytes ?? Number.NaN;
		t.true(outside - after > 45_000 * 1024, `${outside - after} bytes more for a buffer`);
	});
}
