import test, {type ExecutionContext} from 'ava';
import {createGoProbe} from '../../../src/sources/go/probe.ts';
import {
	accountsPart,
	controllerPart,
	generationWords,
	plainTotals,
	totalsOffset,
} from '../../fuzz/images/go-memory.ts';
import {createTestClock} from '../../helpers/open-process.ts';

const controller = 0x10_000;
const accounts = {address: 0x20_000, words: generationWords};
const sysBytes = plainTotals.mappedReady + plainTotals.heapReleased;

type Change = Partial<Record<keyof typeof plainTotals, number>>;

// A runtime whose memory a test writes; what it wants to happen between two readings, it gives in order.
const createRuntime = ({hasAccounts = true, virtual = (2 ** 30) as number | undefined} = {}) => {
	const clock = createTestClock();
	let books = accountsPart().bytes;
	let bytes: Buffer | 'gone' | 'unmapped' = controllerPart().bytes;
	let limit = virtual;
	const changes: Change[] = [];
	const set = (change: Change): void => {
		bytes = controllerPart({...plainTotals, ...change}).bytes;
		books = accountsPart({...plainTotals, ...change}).bytes;
	};
	const readNow = (position: number, into: Buffer): number => {
		if (bytes === 'unmapped') throw new Error('EIO');
		if (bytes === 'gone') return 0;
		if (position === accounts.address) return books.copy(into);
		const copied = bytes.copy(into);
		const next = changes.shift();
		if (next) set(next);
		return copied;
	};
	const probe = createGoProbe({
		memory: {readNow},
		virtual: () => limit,
		location: {controller, totals: totalsOffset},
		accounts: hasAccounts ? accounts : undefined,
		title: 'Go 1.21.5 runtime',
		clock,
		close: () => {},
	});
	return {
		probe,
		clock,
		set,
		between: (...next: readonly Change[]) => void changes.push(...next),
		lose: (how: 'gone' | 'unmapped') => {
			bytes = how;
		},
		end: () => {
			bytes = 'gone';
			limit = undefined;
		},
	};
};

const sysOf = ({probe}: ReturnType<typeof createRuntime>): number | undefined =>
	probe.read().values['go.sys'];

test('where Sys goes', t => {
	const {probe} = createRuntime();
	const {values} = probe.read();
	t.like(values, {
		'go.alloc': 6_000_000,
		'go.sys': sysBytes,
		'go.free_in_spans': plainTotals.heapInUse - 6_000_000,
		'go.held_free': plainTotals.heapFree,
		'go.released': plainTotals.heapReleased,
		'go.live_heap': 5_000_000,
	});
});

test('totals between two moments are read again', t => {
	const {probe, set, between} = createRuntime();
	set({totalAlloc: plainTotals.totalAlloc + 2 ** 30});
	between({});
	t.is(probe.read().values['go.alloc'], 6_000_000);
});

const testBroken = (t: ExecutionContext, change: Change) => {
	const {probe, set} = createRuntime();
	probe.read();
	set(change);
	for (let reading = 1; reading < 20; reading += 1) {
		const {values, lost, absent} = probe.read();
		t.deepEqual(values, {});
		t.is(lost, undefined);
		t.is(absent?.['go.sys'], 'the totals of the runtime contradict each other');
	}
	t.is(probe.read().lost, 'the totals of the runtime contradict each other');
};

test('more allocated than the heap holds', testBroken, {totalAlloc: 2 ** 40});
test('more freed than allocated', testBroken, {totalFree: 2 ** 40});
test('a heap that is no whole pages', testBroken, {heapInUse: plainTotals.heapInUse + 8});
test('free memory that is no whole pages', testBroken, {heapFree: 4096});
test('more heap than is mapped', testBroken, {mappedReady: 4 * 1024 ** 2});
test('more than the address space', testBroken, {heapReleased: 2 ** 31});
test('no number at all', testBroken, {totalAlloc: 2 ** 53});

test('good totals forgive bad ones', t => {
	const {probe, set} = createRuntime();
	for (let reading = 0; reading < 60; reading += 1) {
		set(reading % 19 === 0 ? {} : {totalFree: 2 ** 40});
		t.is(probe.read().lost, undefined);
	}
});

test('memory half given back is no Sys of its own', t => {
	const runtime = createRuntime();
	t.is(sysOf(runtime), sysBytes);
	// What is ready is counted down before the call of the system, what is given back counted up after it.
	runtime.set({mappedReady: plainTotals.mappedReady - 65_536});
	const {values} = runtime.probe.read();
	t.is(values['go.sys'], sysBytes);
	t.is(
		values['go.runtime'],
		sysBytes - plainTotals.heapInUse - plainTotals.heapFree - plainTotals.heapReleased,
	);
});

test('what the accounts do not have is no growth', t => {
	const runtime = createRuntime();
	t.is(sysOf(runtime), sysBytes);
	runtime.set({mappedReady: plainTotals.mappedReady + 65_536});
	t.is(sysOf(runtime), sysBytes);
	runtime.set({heapFree: plainTotals.heapFree + 65_536, mappedReady: plainTotals.mappedReady + 65_536});
	t.is(sysOf(runtime), sysBytes + 65_536);
});

test('growth is known while the system is at work on something else', t => {
	const runtime = createRuntime();
	t.is(sysOf(runtime), sysBytes);
	runtime.set({heapFree: plainTotals.heapFree + 65_536, mappedReady: plainTotals.mappedReady - 8192});
	t.is(sysOf(runtime), sysBytes + 65_536);
});

test('a change while the accounts are read is not believed', t => {
	const runtime = createRuntime();
	t.is(sysOf(runtime), sysBytes);
	const step = (pages: number): Change => ({
		heapFree: plainTotals.heapFree + pages * 8192,
		mappedReady: plainTotals.mappedReady + pages * 8192,
	});
	runtime.set(step(1));
	runtime.between(...Array.from({length: 9}, (_, index) => step(2 + index)));
	const {values, absent, lost} = runtime.probe.read();
	t.deepEqual(values, {});
	t.is(absent?.['go.sys'], 'in the middle of a change');
	t.is(lost, undefined);
	t.is(sysOf(runtime), sysBytes + 10 * 8192);
});

const testFall = (t: ExecutionContext, hasAccounts: boolean) => {
	const runtime = createRuntime({hasAccounts});
	const less = {heapFree: plainTotals.heapFree - 8192, mappedReady: plainTotals.mappedReady - 8192};
	t.is(sysOf(runtime), sysBytes);
	runtime.set(less);
	t.is(sysOf(runtime), undefined);
	runtime.clock.move(99);
	t.is(sysOf(runtime), undefined);
	runtime.clock.move(1);
	t.is(sysOf(runtime), sysBytes - 8192);
};

test('a smaller Sys is believed when it has lasted', testFall, true);
test('a smaller Sys is believed when it has lasted, without accounts', testFall, false);

test('a doubt does not outlive what was doubted', t => {
	const runtime = createRuntime({hasAccounts: false});
	const less = {mappedReady: plainTotals.mappedReady - 8192};
	sysOf(runtime);
	runtime.set(less);
	t.is(sysOf(runtime), undefined);
	runtime.clock.move(200);
	runtime.set({});
	t.is(sysOf(runtime), sysBytes);
	runtime.set(less);
	t.is(sysOf(runtime), undefined);
});

test('growth is read twice without accounts', t => {
	const runtime = createRuntime({hasAccounts: false});
	sysOf(runtime);
	const more = {mappedReady: plainTotals.mappedReady + 8192};
	runtime.set(more);
	runtime.between({});
	t.is(sysOf(runtime), undefined);
	runtime.set(more);
	t.is(sysOf(runtime), sysBytes + 8192);
});

test('another program', t => {
	const {probe, lose} = createRuntime();
	lose('gone');
	t.is(probe.read().lost, 'the process executed another program');
});

test('memory that is not there any more', t => {
	const {probe, lose} = createRuntime();
	lose('unmapped');
	t.is(probe.read().lost, 'the memory of the runtime is gone');
});

test('the end is for others to tell', t => {
	const {probe, end} = createRuntime();
	end();
	const {values, lost} = probe.read();
	t.deepEqual(values, {});
	t.is(lost, undefined);
});
