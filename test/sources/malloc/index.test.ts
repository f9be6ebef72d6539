import {setTimeout} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import {mallocSource} from '../../../src/sources/malloc/index.ts';
import type {Probe} from '../../../src/sources/source.ts';
import {type Build, buildC} from './helpers/build-c.ts';
import type {CTarget} from './helpers/c-target.ts';
import {numbersIn, openMallocFor, readExact, startCFor} from './helpers/open-malloc.ts';

type Case = {
	readonly build?: Build;
	readonly environment?: Readonly<Record<string, string>>;
	/** What it does before it is asked. */
	readonly commands: readonly string[];
	/** Arenas that it then has. */
	readonly arenas?: number;
};

const compare = async (t: ExecutionContext, c: CTarget, probe: Probe) => {
	const {inUse, system, bins, top, mapped, maps, arenas} = numbersIn(await readExact(probe));
	const report = await c.report();
	t.deepEqual(
		{inUse, system, free: bins + top, mapped, maps},
		{inUse: report.inUse, system: report.system, free: report.free, mapped: report.mapped, maps: report.maps},
	);
	t.is(inUse + bins + top, system);
	return {arenas, fast: report.fast};
};

const testFigures = async (
	t: ExecutionContext,
	{build = 'plain', environment, commands, arenas = 1}: Case,
) => {
	const c = await startCFor(t, buildC(build), environment);
	const probe = await openMallocFor(t, c.target);
	t.regex(probe.title ?? '', build.startsWith('static') ? /^glibc malloc$/ : /^glibc 2\.\d\d malloc$/);
	await c.tell(...commands);
	t.is((await compare(t, c, probe)).arenas, arenas);
	// Also when it is opened afterwards.
	t.is((await compare(t, c, await openMallocFor(t, c.target))).arenas, arenas);
};

const fragmented = ['allocate 20000 3000 5', 'free every'] as const;
const threads = ['threads 3', 'on 1 allocate 9000 2000 2', 'on 1 free every', 'on 2 allocate 50 900000 3'];

test('the figures of mallinfo2: as it starts', testFigures, {commands: []});
test('the figures of mallinfo2: blocks of many sizes, every second freed', testFigures, {
	commands: fragmented,
});
test('the figures of mallinfo2: all freed', testFigures, {commands: [...fragmented, 'free all']});
test('the figures of mallinfo2: fast bins', testFigures, {commands: ['allocate 1000 90 7', 'free every']});
test('the figures of mallinfo2: large blocks', testFigures, {
	commands: ['allocate 100 1000000 3', 'free every'],
});
test('the figures of mallinfo2: four arenas', testFigures, {commands: threads, arenas: 4});
test('the figures of mallinfo2: an arena of two heaps', testFigures, {
	commands: ['threads 1', 'on 1 allocate 1000 100000 0', 'on 1 free every'],
	arenas: 2,
});
test('the figures of mallinfo2: not position-independent', testFigures, {
	build: 'not position-independent',
	commands: fragmented,
});
test('the figures of mallinfo2: static', testFigures, {build: 'static', commands: fragmented});
test('the figures of mallinfo2: static, position-independent, four arenas', testFigures, {
	build: 'static, position-independent',
	commands: threads,
	arenas: 4,
});
test('the figures of mallinfo2: tuned', testFigures, {
	environment: {
		GLIBC_TUNABLES:
			'glibc.malloc.tcache_count=0:glibc.malloc.mmap_threshold=4096:glibc.malloc.tcache_max=100:glibc.malloc.mxfast=128',
	},
	commands: fragmented,
});
test('the figures of mallinfo2: a heap with memory of others in it', testFigures, {
	commands: ['allocate 3000 3000 5', 'move 150000', 'allocate 3000 3000 6', 'free every'],
});
test('the figures of mallinfo2: one arena for all', testFigures, {
	environment: {GLIBC_TUNABLES: 'glibc.malloc.arena_max=1'},
	commands: threads,
});

test('every reading adds up while the program allocates and frees', async t => {
	const c = await startCFor(t, buildC('plain'));
	await c.tell('threads 2');
	const probe = await openMallocFor(t, c.target);
	const churning = c.tell('on 1 churn 1500');
	let [readings, whole] = [0, 0];
	for (const end = Date.now() + 1000; Date.now() < end; readings += 1) {
		const {values, lost} = probe.read();
		t.is(lost, undefined);
		await new Promise(setImmediate);
		if (values['malloc.in_use'] === undefined) continue;
		whole += 1;
		const parts = (mallocSource.parts ?? []).map(id => values[id] ?? Number.NaN);
		const sum = parts.reduce((total, part) => total + part, 0);
		if (sum !== values['malloc.system'] || parts.some(part => part < 0)) t.fail(`${parts} of ${sum}`);
	}
	await churning;
	// None while the system has stopped the program in the middle of a change, which it may do for long where it is busy.
	t.true(whole > 0.5 * readings, `${whole} of ${readings}`);
	await compare(t, c, probe);
});

test('while the program allocates and frees, what is in use is near what it says, or not told', async t => {
	const c = await startCFor(t, buildC('plain'));
	await c.tell('allocate 400000 600 1', 'shuffle 2', 'free every', 'churn 100');
	let isChurning = true;
	const churning = c.tell('churn 3000').then(() => {
		isChurning = false;
	});
	const probe = await openMallocFor(t, c.target);
	const estimates = new Set<number>();
	while (isChurning) {
		const {values, approximate} = probe.read();
		t.true(approximate);
		if (values['malloc.in_use'] !== undefined) estimates.add(values['malloc.in_use']);
		await setTimeout(20);
	}
	await churning;
	const {inUse} = await c.report();
	const errors = [...estimates].map(estimate => Math.abs(estimate - inUse) / inUse);
	t.true(errors.length > 0);
	t.true(Math.max(...errors) < 0.1, `${[...estimates]} of ${inUse}`);
});

test('what lies outside is counted by mapping, also with chunks mapped by themselves', async t => {
	const c = await startCFor(t, buildC('plain'));
	const probe = await openMallocFor(t, c.target);
	await c.tell('threads 2', 'on 1 allocate 2000 5000 1', 'allocate 40 1000000 3', 'free every');
	const before = await probe.outside?.();
	await c.tell('leak 50000000');
	const after = await probe.outside?.();
	const grown = (after?.bytes ?? Number.NaN) - (before?.bytes ?? Number.NaN);
	t.true(Math.abs(grown - 50_000_000) < 100_000, `${grown}`);
	t.true((before?.bytes ?? Number.NaN) < 10_000_000, `${before?.bytes}`);
});
