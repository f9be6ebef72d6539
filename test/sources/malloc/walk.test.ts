import {setTimeout} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import type {Clock} from '../../../src/model/clock.ts';
import {createProc} from '../../../src/platform/linux/proc.ts';
import {createMallocSource} from '../../../src/sources/malloc/index.ts';
import {openMalloc} from '../../../src/sources/malloc/open.ts';
import type {Probe} from '../../../src/sources/source.ts';
import {mallocAddresses, mallocFree, mallocMemory} from '../../fuzz/images/malloc-process.ts';
import {createMallocNative} from '../../fuzz/malloc-native.ts';
import {buildC} from './helpers/build-c.ts';
import type {CTarget} from './helpers/c-target.ts';
import {startCFor} from './helpers/open-malloc.ts';

const openImage = async (t: ExecutionContext, clock: Clock) => {
	const memory = mallocMemory();
	const opening = {proc: createProc(), clock, target: {pid: 1, name: 'case'}};
	const probe = await openMalloc(opening, createMallocNative(memory));
	if (probe.refused !== undefined) throw new Error(probe.refused);
	t.teardown(probe.close);
	const write = (address: number, value: number): void => {
		const stretch = memory.stretches.find(
			({start, bytes}) => address >= start && address < start + bytes.length,
		);
		stretch?.bytes.writeBigUInt64LE(BigInt(value), address - stretch.start);
	};
	return {probe, write};
};

// In which no time goes by: then every tick may walk.
const still: Clock = {wall: () => 0, monotonic: () => 0};

const {heap, mainBins} = mallocAddresses;

test('what is in the bins and at the tops is free', async t => {
	const {probe} = await openImage(t, still);
	const {values, approximate} = probe.read();
	t.false(approximate);
	t.is(values['malloc.bins'], mallocFree.bins);
	t.is(values['malloc.top'], mallocFree.top);
	t.is(values['malloc.free_chunks'], 7);
});

test('a chunk taken from a bin between two ticks is in use', async t => {
	const {probe, write} = await openImage(t, still);
	t.false(probe.read().approximate);
	write(mainBins, mainBins - 16);
	write(mainBins + 8, mainBins - 16);
	// The chunk behind it says that it is in use.
	write(heap + 0x908, 0x21);
	const {values, approximate} = probe.read();
	t.false(approximate);
	t.is(values['malloc.bins'], mallocFree.bins - 0x500);
});

type Broken = {
	/** Numbers to write, by address. */
	readonly words: Readonly<Record<number, number>>;
	/** Bytes that are then thought to be in the bins; all that were there before unless told. */
	readonly bins?: number;
};

const testBroken = async (t: ExecutionContext, {words, bins = mallocFree.bins}: Broken) => {
	const {probe, write} = await openImage(t, still);
	t.false(probe.read().approximate);
	for (const [address, value] of Object.entries(words)) write(Number(address), value);
	const {values, approximate} = probe.read();
	t.true(approximate);
	t.is(values['malloc.bins'], bins);
	t.is(
		(values['malloc.in_use'] ?? Number.NaN) + bins + mallocFree.top,
		values['malloc.system'] ?? Number.NaN,
	);
};

const mixed = (address: number, next: number): number => Number(BigInt(next) ^ (BigInt(address + 16) >> 12n));

// The walk goes on behind the chunk, of which nothing is known.
const without = (size: number) => ({bins: mallocFree.bins - size});

test('a free chunk of another size', testBroken, {words: {[heap + 0x1008]: 0x101}, ...without(0x90)});
test('a free chunk of no size', testBroken, {words: {[heap + 0x1008]: 1}, ...without(0x90)});
test('a free chunk of an odd size', testBroken, {words: {[heap + 0x1008]: 0x99}, ...without(0x90)});
test('a free chunk mapped by itself', testBroken, {words: {[heap + 0x1008]: 0x93}, ...without(0x90)});
test('a chunk of another arena', testBroken, {words: {[heap + 0x1008]: 0x95}, ...without(0x90)});
test('a chunk larger than its heap', testBroken, {words: {[heap + 0x408]: 0x2000_0001}, ...without(0x500)});
test('a chunk larger than all memory', testBroken, {
	words: {[heap + 0x408]: Number.MAX_SAFE_INTEGER},
	...without(0x500),
});
test('a free chunk that tells two sizes', testBroken, {words: {[heap + 0x2090]: 0x80}, ...without(0x90)});
test('so much that leads nowhere that it is no estimate', testBroken, {
	words: Object.fromEntries(Array.from({length: 0x100}, (_, index) => [heap + 0x7008 + index * 16, 0])),
});
test('a fast list that never ends', testBroken, {
	words: {[heap + 0x5010]: mixed(heap + 0x5000, heap + 0x5000)},
});
test('a fast list that leads nowhere', testBroken, {words: {[heap + 0x5010]: mixed(heap + 0x5000, 0x10)}});

// Then the heap cannot be where malloc says.
const byLists = {[mallocAddresses.cache - 8]: heap + 0x1000};

test('what is in the bins by their lists', async t => {
	const {probe, write} = await openImage(t, still);
	for (const [address, value] of Object.entries(byLists)) write(Number(address), value);
	const {values, approximate} = probe.read();
	t.false(approximate);
	t.is(values['malloc.bins'], mallocFree.bins);
	t.is(values['malloc.free_chunks'], 7);
});

const testBrokenList = (t: ExecutionContext, words: Readonly<Record<number, number>>) =>
	testBroken(t, {words: {...byLists, ...words}});

test('a list that leads back into itself', testBrokenList, {[heap + 0x1010]: heap + 0x1000});
test('a list that leads out of the heap', testBrokenList, {[heap + 0x1010]: 0x1234_5670});
test('a list that leads beyond all addresses', testBrokenList, {
	[heap + 0x1010]: Number.MAX_SAFE_INTEGER - 15,
});
test('a list that leads to no chunk', testBrokenList, {[heap + 0x1010]: heap + 0x7000});
test('a list that leads back another way', testBrokenList, {[heap + 0x2018]: heap + 0x400});
test('a listed chunk of another size', testBrokenList, {[heap + 0x1008]: 0x101});
test('a listed chunk that was mapped by itself', testBrokenList, {[heap + 0x1008]: 0x93});
test('a listed chunk larger than its arena', testBrokenList, {[heap + 0x408]: 0x2000_0001});

test('links of fast bins that are not mixed, as before 2.32', async t => {
	const {probe, write} = await openImage(t, still);
	write(heap + 0x5010, heap + 0x6000);
	write(heap + 0x6010, 0);
	const {values, approximate} = probe.read();
	t.false(approximate);
	t.is(values['malloc.bins'], mallocFree.bins);
});

test('a top in the middle of a change', async t => {
	const {probe, write} = await openImage(t, still);
	write(heap + 0xc008, 0x123);
	const {values, absent, approximate, lost} = probe.read();
	t.is(values['malloc.system'], 110_592);
	t.is(values['malloc.in_use'], undefined);
	t.is(absent?.['malloc.in_use'], 'in the middle of a change');
	t.true(approximate);
	t.is(lost, undefined);
});

test('counters that stay absurd are lost', async t => {
	const {probe, write} = await openImage(t, still);
	write(mainBins + 2072, 2 ** 50);
	let lost: string | undefined;
	for (let tick = 0; tick < 100; tick += 1) {
		const reading = probe.read();
		t.deepEqual(reading.values, {});
		lost = reading.lost;
	}
	t.is(lost, 'the counters of malloc contradict each other');
});

// A clock by which everything takes long, so that a walk takes many slices.
const slowClock = (): Clock & {readonly rest: (time: number) => void} => {
	let now = 0;
	const monotonic = (): number => {
		now += 0.5;
		return now;
	};
	return {
		wall: monotonic,
		monotonic,
		rest: time => {
			now += time;
		},
	};
};

type Slow = {readonly c: CTarget; readonly probe: Probe; readonly clock: ReturnType<typeof slowClock>};

const openSlow = async (t: ExecutionContext): Promise<Slow> => {
	const c = await startCFor(t, buildC('plain'));
	await c.tell('allocate 4000 90 0', 'allocate 4000 1500 3', 'free every');
	const clock = slowClock();
	const probe = await createMallocSource(createProc(), clock).open(c.target);
	if (probe.refused !== undefined) throw new Error(probe.refused);
	t.teardown(probe.close);
	return {c, probe, clock};
};

const readUntilExact = async ({probe, clock}: Pick<Slow, 'probe' | 'clock'>, ticks: number) => {
	for (let tick = 0; tick < ticks; tick += 1) {
		clock.rest(1e4);
		const {values, approximate} = probe.read();
		if (!approximate) return {inUse: values['malloc.in_use'], ticks: tick + 1};
		await setTimeout(10);
	}
	return {inUse: undefined, ticks};
};

test('a walk of many slices goes on between ticks, and one tick tells what it found', async t => {
	const {c, probe, clock} = await openSlow(t);
	await readUntilExact({probe, clock}, 200);
	clock.rest(1e6);
	const {inUse, ticks} = await readUntilExact({probe, clock}, 500);
	t.is(inUse, (await c.report()).inUse);
	t.true(ticks > 2);
	t.true(probe.read().approximate);
});

test('a walk that was disturbed is never told as exact', async t => {
	const {c, probe, clock} = await openSlow(t);
	await readUntilExact({probe, clock}, 200);
	for (let round = 0; round < 60; round += 1) {
		clock.rest(1e5);
		const {values, approximate} = probe.read();
		if (!approximate) t.is(values['malloc.in_use'], (await c.report()).inUse);
		await c.tell('allocate 3 1500 0');
		await setTimeout(5);
	}
	t.is((await readUntilExact({probe, clock}, 1000)).inUse, (await c.report()).inUse);
});

test('chunks mapped by themselves are not counted where their limit was changed', async t => {
	const {probe, write} = await openImage(t, still);
	write(mallocAddresses.cache - 40, 2 ** 32 + 1000);
	const {values, absent} = probe.read();
	t.is(values['malloc.mmaps'], undefined);
	t.is(absent?.['malloc.mmaps'], 'not found where their limit was changed');
	t.is(values['malloc.mmapped'], 0x3000);
});

test('a busy program is opened in the middle of whatever it does', async t => {
	const c = await startCFor(t, buildC('plain'));
	await c.tell('threads 2', 'on 1 churn 10');
	const churning = c.tell('churn 3000');
	for (let count = 0; count < 40; count += 1) {
		const opened = await createMallocSource().open(c.target);
		t.is(opened.refused, undefined);
		if (opened.refused === undefined) opened.close();
	}
	await churning;
});
