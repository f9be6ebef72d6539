import {setTimeout} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import {systemClock} from '../../../src/model/clock.ts';
import {openNativeProcess} from '../../../src/platform/linux/native-process.ts';
import {createProc} from '../../../src/platform/linux/proc.ts';
import {type Discovery, discover} from '../../../src/sources/v8/discover.ts';
import {createIsolates} from '../../../src/sources/v8/isolates.ts';
import type {KnownLayout, Layout} from '../../../src/sources/v8/layout.ts';
import {layouts} from '../../../src/sources/v8/layouts.ts';
import {type Survey, survey} from '../../../src/sources/v8/survey.ts';
import type {NodeMajor} from '../../helpers/node-versions.ts';
import type {NodeTarget} from './helpers/node-target.ts';
import {startNodeFor, sumOf} from './helpers/open-v8.ts';

// What is found in a process as if none of the layouts were known.
const open = async (t: ExecutionContext, {target}: NodeTarget) => {
	const proc = createProc();
	const native = await openNativeProcess(proc, target);
	t.teardown(native.close);
	const {memory} = native;
	if (!memory) throw new Error('expected memory that may be read');
	const options = {native, memory, pageSize: proc.units().pageSize, clock: systemClock};
	const surveyed: Survey | undefined = await survey({...options, layouts: []});
	return {
		memory,
		find: (isProven = true): Promise<Discovery | undefined> =>
			discover({...options, isProven}, surveyed?.unknown ?? []),
	};
};

// A busy process may need more than one look.
const findIn = async (t: ExecutionContext, node: NodeTarget): Promise<Layout | undefined> => {
	for (let attempt = 0; attempt < 20; attempt += 1) {
		const found = await (await open(t, node)).find();
		if (found) return found.layout;
		await node.tell('allocate 1');
	}
	return undefined;
};

// What can be found of a layout that is known.
const knownOf = (major: NodeMajor): Layout => {
	const known: KnownLayout | undefined = layouts.find(({node}) => node === major);
	if (!known) throw new Error(`expected a layout of Node ${major}`);
	const {spaces, spaceCount, allocator} = known.heap;
	const {quarantined: _, ...newSpace} = known.newSpace;
	const {version: __, node: ___, ...layout} = known;
	return {...layout, heap: {spaces, spaceCount, ...(allocator !== undefined && {allocator})}, newSpace};
};

for (const major of [22, 24, 26] as const) {
	test(`the known layout is found: Node ${major}`, async t => {
		const node = await startNodeFor(t, major);
		t.deepEqual(await findIn(t, node), knownOf(major));
		for (const command of ['allocate 20000', 'large 2000', 'collect', 'drop', 'collect', 'start', 'start']) {
			await node.tell(command);
			t.deepEqual(await findIn(t, node), knownOf(major), command);
		}
		const churn = [node.tell('churn 1000'), setTimeout(300)] as const;
		await churn[1];
		t.deepEqual(await findIn(t, node), knownOf(major), 'churn');
		await churn[0];
	});

	test(`figures by the layout that is found: Node ${major}`, async t => {
		const node = await startNodeFor(t, major);
		await node.tell('start');
		await node.tell('allocate 5000');
		const {memory, find} = await open(t, node);
		const isolates = createIsolates(memory, systemClock);
		isolates.add((await find())?.isolates ?? []);
		for (const command of ['allocate 300', 'collect', 'drop', 'workers allocate 300', 'workers collect']) {
			await node.tell(command);
			await node.tell('allocate 10');
			await node.tell('workers allocate 10');
			await setTimeout(20);
			const {known, counts, isApproximate} = isolates.read();
			const reports = await node.reports();
			const sum = (figure: 'used' | 'total'): number =>
				known.reduce((all, isolate) => all + (isolate?.figures[figure] ?? Number.NaN), 0);
			t.is(known.length, 2);
			t.is(counts, undefined);
			t.false(isApproximate);
			t.is(sum('total'), sumOf(reports, 'total'));
			t.true(Math.abs(sum('used') - sumOf(reports, 'used')) < 65_536, command);
		}
	});

	test(`a version that is not proven is a best effort: Node ${major}`, async t => {
		const node = await startNodeFor(t, major);
		const {memory, find} = await open(t, node);
		const isolates = createIsolates(memory, systemClock);
		isolates.add((await find(false))?.isolates ?? []);
		const {known, isApproximate} = isolates.read();
		t.is(known.length, 1);
		t.true(isApproximate);
	});

	test(`pages for the new space are not discovered: Node ${major}`, async t => {
		const node = await startNodeFor(t, major, ['--minor-ms']);
		t.is(await (await open(t, node)).find(), undefined);
	});
}

test('a version without allocators is not discovered: Node 20', async t => {
	const node = await startNodeFor(t, 20);
	t.is(await (await open(t, node)).find(), undefined);
});
