import {setTimeout} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import {systemClock} from '../../../src/model/clock.ts';
import type {Relative} from '../../../src/model/relative.ts';
import type {Target} from '../../../src/model/target.ts';
import {systemPlatform} from '../../../src/platform/index.ts';
import type {OpenProcess} from '../../../src/platform/platform.ts';
import {childrenSources} from '../../../src/sources/children/index.ts';
import {osSource} from '../../../src/sources/os/index.ts';
import type {Probe, Source} from '../../../src/sources/source.ts';
import {TargetGoneError} from '../../../src/target/errors.ts';
import {goSource} from '../../fixtures/source.ts';
import {startChild} from '../../helpers/child.ts';
import {createOpenProcess, createTestClock} from '../../helpers/open-process.ts';

const relative = (pid: number, depth: number): Relative => ({
	...{pid, name: `p${pid}`, depth, startTime: 1000 + pid, rss: 1, cpuTime: 0},
});
const root: Target = {pid: 1, name: 'p1', startTime: 1001};

/** A tree that a test lets grow and shrink: process N occupies N bytes of RSS, ten times that of VIRT, half of PSS. */
const createTree = (change: {isPssTold?: boolean} = {}) => {
	const gone = new Set<number>();
	const closed: number[] = [];
	let pids: readonly number[] = [1, 2, 3];
	const clock = createTestClock();
	const openProcess = async ({pid}: Target): Promise<OpenProcess> =>
		createOpenProcess({
			memory: () => {
				if (gone.has(pid)) throw new TargetGoneError('the process has ended');
				return {rss: pid, virt: 10 * pid, isOld: false};
			},
			shares: async () =>
				(change.isPssTold ?? true) ? {pss: pid / 2, uss: 0, cost: 1} : {refused: 'not permitted'},
			close: () => closed.push(pid),
		});
	const descendants = async () => pids.map((pid, index) => relative(pid, index === 0 ? 0 : 1));
	return {
		...{clock, closed},
		around: {clock, platform: {openProcess, descendants}},
		isNow: (now: readonly number[]) => {
			pids = now;
		},
		end: (pid: number) => gone.add(pid),
		/** Lets the tree be looked at anew, which a reading begins. */
		lookAgain: async (probe: Probe) => {
			clock.move(2000);
			probe.read();
			await setTimeout(10);
		},
	};
};

type Tree = ReturnType<typeof createTree>;

const openNamed = async (
	t: ExecutionContext,
	{around}: Pick<Tree, 'around'>,
	name: string,
	base: readonly Source[],
) => {
	const source = childrenSources(base, around).find(one => one.name === name);
	const opened = await source?.open(root);
	if (opened?.refused !== undefined || !source || !opened)
		throw new Error(opened?.refused ?? 'no such source');
	t.teardown(opened.close);
	return {source, probe: opened, totals: () => totalsOf(source, opened)};
};

const totalsOf = ({inUse, system}: Source, probe: Probe) => {
	const {values} = probe.read();
	return [values[inUse], values[system], values['tree.processes']];
};

test('the sources of a tree, the most telling first', t => {
	const {around} = createTree();
	const names = (base: readonly Source[]) => childrenSources(base, around).map(({name}) => name);
	const go: Source = {...goSource, open: async () => ({refused: 'no', applies: false})};
	t.deepEqual(names([go, osSource]), ['tree-go', 'tree-pss', 'tree-rss']);
	t.deepEqual(names([osSource]), ['tree-pss', 'tree-rss']);
	t.deepEqual(names([go]), ['tree-go']);
	const malloc: Source = {...go, name: 'malloc', isCopiedByFork: true};
	t.deepEqual(names([go, malloc, osSource]), ['tree-go', 'tree-pss', 'tree-rss']);
	t.deepEqual(names([malloc]), ['tree-malloc']);
});

test('a system that tells nothing of it', t => {
	const {around} = createTree();
	const {openProcess} = around.platform;
	t.throws(() => childrenSources([osSource], {...around, platform: {openProcess}}), {message: /Linux/});
});

test('RSS and VIRT of all', async t => {
	const tree = createTree();
	const {totals} = await openNamed(t, tree, 'tree-rss', [osSource]);
	t.deepEqual(totals(), [6, 60, 3]);
});

test('processes that come and go', async t => {
	const tree = createTree();
	const {probe, totals} = await openNamed(t, tree, 'tree-rss', [osSource]);
	tree.end(2);
	t.deepEqual(totals(), [4, 40, 2]);
	t.deepEqual(tree.closed, [2]);
	tree.isNow([1, 4, 5]);
	await tree.lookAgain(probe);
	t.deepEqual(totals(), [10, 100, 3]);
	t.deepEqual(tree.closed, [2, 3]);
	probe.close();
	t.deepEqual(tree.closed, [2, 3, 1, 4, 5]);
});

test('the end of the root is the end of the target', async t => {
	const tree = createTree();
	const {probe} = await openNamed(t, tree, 'tree-rss', [osSource]);
	tree.end(1);
	t.throws(probe.read, {instanceOf: TargetGoneError});
});

test('PSS of all, on the tick after it was counted', async t => {
	const tree = createTree();
	const {probe, totals, source} = await openNamed(t, tree, 'tree-pss', [osSource]);
	t.deepEqual(totals(), [undefined, 60, 3]);
	await setTimeout(10);
	t.deepEqual(totals(), [3, 60, 3]);
	t.is(probe.read().values['tree.rss'], 6);
	t.is(source.inUse, 'tree.pss');
});

test('without permission for PSS it is refused, and everything is closed', async t => {
	const tree = createTree({isPssTold: false});
	await t.throwsAsync(openNamed(t, tree, 'tree-pss', [osSource]), {
		message: 'p1 (pid 1): PSS is not permitted',
	});
	t.deepEqual(tree.closed, [1]);
});

test('a tree that is too large', async t => {
	const tree = createTree();
	tree.isNow(Array.from({length: 257}, (_, index) => index + 1));
	await t.throwsAsync(openNamed(t, tree, 'tree-rss', [osSource]), {message: /more than 256 processes/});
	tree.isNow([1]);
	const {probe} = await openNamed(t, tree, 'tree-rss', [osSource]);
	tree.isNow(Array.from({length: 257}, (_, index) => index + 1));
	await tree.lookAgain(probe);
	t.regex(probe.read().lost ?? '', /more than 256 processes/);
});

/** A source that reads processes by their pids, but not those above 9. */
const createRuntime = (): Source => ({
	...goSource,
	open: async ({pid}) =>
		pid > 9
			? {refused: 'not Go', applies: false}
			: {read: () => ({values: pid === 9 ? {} : {'go.alloc': pid, 'go.sys': 3 * pid}}), close: () => {}},
});

test('heaps of all, by their own source', async t => {
	const tree = createTree();
	const {probe, totals, source} = await openNamed(t, tree, 'tree-go', [createRuntime()]);
	t.deepEqual(totals(), [6, 18, 3]);
	t.deepEqual(
		source.metrics.map(({label}) => label),
		['tree Go Alloc', 'tree Go Sys', 'processes'],
	);
	tree.isNow([1, 2, 9]);
	await tree.lookAgain(probe);
	t.deepEqual(totals(), [undefined, undefined, 3]);
});

test('a heap is missing for as long as one may still become a program with it', async t => {
	const tree = createTree();
	const {probe, totals} = await openNamed(t, tree, 'tree-go', [createRuntime()]);
	tree.isNow([1, 2, 10]);
	await tree.lookAgain(probe);
	t.deepEqual(totals(), [undefined, undefined, 2]);
	t.is(probe.read().lost, undefined);
	tree.isNow([1, 2]);
	await tree.lookAgain(probe);
	t.deepEqual(totals(), [3, 9, 2]);
	tree.isNow([1, 2, 10]);
	await tree.lookAgain(probe);
	await tree.lookAgain(probe);
	t.is(probe.read().lost, 'p10 (pid 10): not Go');
});

test('a pid that is used again is not the root', async t => {
	const {around} = createTree();
	const [source] = childrenSources([osSource], around);
	await t.throwsAsync(async () => source?.open({...root, startTime: 5}), {instanceOf: TargetGoneError});
});

test('real processes', async t => {
	const shell = startChild(t, 'sh', ['-c', 'sleep 1000 & echo $!; wait']);
	const sleeper = Number(await shell.line());
	t.teardown(() => process.kill(sleeper, 'SIGKILL'));
	const around = {platform: systemPlatform, clock: systemClock};
	const target = await systemPlatform.identify(shell.pid);
	for (const source of childrenSources([osSource], around)) {
		const opened = await source.open(target);
		if (opened.refused !== undefined) throw new Error(opened.refused);
		opened.read();
		await setTimeout(200);
		const [inUse = 0, system = 0, count] = totalsOf(source, opened);
		opened.close();
		t.is(count, 2);
		t.true(inUse > 0 && inUse < system, source.name);
	}
});
