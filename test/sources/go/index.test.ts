import test, {type ExecutionContext} from 'ava';
import {goSource} from '../../../src/sources/go/index.ts';
import {type Build, buildGo} from './helpers/build-go.ts';
import {numbersOf, openGoFor, startGoFor} from './helpers/open-go.ts';

const mebibyte = 1024 ** 2;

type Case = {
	readonly build: Build;
	readonly environment?: Readonly<Record<string, string>>;
	/** What the program holds when it is asked, in MiB. */
	readonly held?: number;
};

const testFigures = async (t: ExecutionContext, {build, environment = {}, held = 64}: Case) => {
	const go = await startGoFor(t, buildGo(build), environment);
	const probe = await openGoFor(t, go.target);
	t.regex(probe.title ?? '', /^Go 1\.\d+(\.\d+)? runtime$/);
	await go.tell(`allocate ${held * mebibyte} 4096`);
	await go.tell('collect');
	const before = numbersOf(probe);
	const report = await go.report();
	const after = numbersOf(probe);
	t.true(Math.abs(before.alloc - report.alloc) <= Math.max(0.003 * report.alloc, 200 * 1024));
	t.is(after.sys, report.sys);
	t.is(after.alloc + after.freeInSpans, report.heapInUse);
	t.is(after.heldFree + after.released, report.heapIdle);
	t.is(after.released, report.heapReleased);
	for (const {alloc, freeInSpans, heldFree, released, runtime, sys} of [before, after]) {
		t.is(alloc + freeInSpans + heldFree + released + runtime, sys);
	}
};

test('the figures of MemStats: plain', testFigures, {build: 'plain'});
test('the figures of MemStats: stripped', testFigures, {build: 'stripped'});
test('the figures of MemStats: position-independent', testFigures, {build: 'position-independent'});
test('the figures of MemStats: position-independent, stripped', testFigures, {
	build: 'position-independent, stripped',
});
test('the figures of MemStats: with C', testFigures, {build: 'with C, linked by the system'});
test('the figures of MemStats: with C, position-independent, stripped', testFigures, {
	build: 'with C, linked by the system, position-independent, stripped',
});
test('the figures of MemStats: GOGC=off', testFigures, {build: 'stripped', environment: {GOGC: 'off'}});
test('the figures of MemStats: GOGC=0', testFigures, {build: 'stripped', environment: {GOGC: '0'}});
test('the figures of MemStats: GOMEMLIMIT', testFigures, {
	build: 'stripped',
	environment: {GOMEMLIMIT: '1GiB', GOGC: '37'},
});
test('the figures of MemStats: a small heap', testFigures, {build: 'stripped', held: 1});

test('what was given back is returned, not held', async t => {
	const go = await startGoFor(t, buildGo('stripped'));
	const probe = await openGoFor(t, go.target);
	await go.tell(`allocate ${400 * mebibyte} 65536`);
	await go.tell('drop');
	t.true(numbersOf(probe).alloc > 400 * mebibyte);
	await go.tell('return');
	const {alloc, sys, released, freeInSpans, heldFree} = numbersOf(probe);
	t.true(alloc < mebibyte && sys > 400 * mebibyte && released > 395 * mebibyte);
	t.true(freeInSpans + heldFree < 4 * mebibyte);
});

test('what the collector goes by', async t => {
	const go = await startGoFor(t, buildGo('stripped'), {GOGC: '150'});
	const probe = await openGoFor(t, go.target);
	const first = probe.read();
	t.is(first.absent?.['go.live_heap'], 'no collection yet');
	t.is(first.values['go.collections'], 0);
	t.is(first.absent?.['go.memory_limit'], 'none set');
	await go.tell(`allocate ${20 * mebibyte} 4096`);
	await go.tell('collect');
	const {nextCollection, alloc, collections} = await go.report();
	const {values} = probe.read();
	t.is(values['go.gogc'], 150);
	t.is(values['go.next_gc'], nextCollection);
	t.true(Math.abs((values['go.live_heap'] ?? 0) - alloc) < 64 * 1024);
	t.is(values['go.collections'], collections);
	await go.tell('collect');
	t.is(probe.read().values['go.collections'], collections + 1);
	t.is((await openGoFor(t, go.target)).read().values['go.collections'], collections + 1);
});

test('what the collector goes by when it is limited or off', async t => {
	const go = await startGoFor(t, buildGo('stripped'), {GOGC: 'off', GOMEMLIMIT: '123456789'});
	const {values, absent} = (await openGoFor(t, go.target)).read();
	t.is(values['go.memory_limit'], 123_456_789);
	t.is(values['go.gogc'], undefined);
	t.is(absent?.['go.gogc'], 'off');
	t.is(typeof absent?.['go.next_gc'], 'string');
});

test('every reading adds up while the program allocates, collects and gives back', async t => {
	const go = await startGoFor(t, buildGo('stripped'), {GOMEMLIMIT: '60MiB'});
	const probe = await openGoFor(t, go.target);
	await go.tell('churn 1500');
	let [readings, whole] = [0, 0];
	for (const end = Date.now() + 1000; Date.now() < end; readings += 1) {
		const {values, lost} = probe.read();
		t.is(lost, undefined);
		if (values['go.sys'] === undefined) continue;
		whole += 1;
		const sum = (goSource.parts ?? []).reduce((total, id) => total + (values[id] ?? Number.NaN), 0);
		if (sum !== values['go.sys']) t.fail(`the parts add up to ${sum}, not ${values['go.sys']}`);
		if (readings % 100 === 0) await new Promise(setImmediate);
	}
	t.true(whole > 0.9 * readings);
});
