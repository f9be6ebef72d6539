import {spawn} from 'node:child_process';
import {once} from 'node:events';
import test, {type ExecutionContext} from 'ava';
import {systemClock} from '../../../src/model/clock.ts';
import {createProc} from '../../../src/platform/linux/proc.ts';
import {openMalloc} from '../../../src/sources/malloc/open.ts';
import type {Refusal} from '../../../src/sources/source.ts';
import {mallocAddresses, mallocMemory} from '../../fuzz/images/malloc-process.ts';
import {createMallocNative, type NativeChanges} from '../../fuzz/malloc-native.ts';
import {startNode} from '../../helpers/child.ts';
import {buildC} from './helpers/build-c.ts';
import {openMallocFor, refusedBy, startCFor} from './helpers/open-malloc.ts';

type Case = {
	readonly changes?: NativeChanges;
	/** Numbers to write, by address. */
	readonly words?: Readonly<Record<number, number>>;
	readonly refused: string | RegExp;
	readonly applies: boolean;
};

const testRefusal = async (t: ExecutionContext, {changes, words = {}, refused, applies}: Case) => {
	const memory = mallocMemory();
	for (const [address, value] of Object.entries(words)) {
		const stretch = memory.stretches.find(
			({start, bytes}) => Number(address) >= start && Number(address) < start + bytes.length,
		);
		stretch?.bytes.writeBigUInt64LE(BigInt(value), Number(address) - stretch.start);
	}
	const opening = {proc: createProc(), clock: systemClock, target: {pid: process.pid, name: 'case'}};
	const opened = await openMalloc(opening, createMallocNative(memory, changes));
	t.is(opened.refused === undefined, false);
	const refusal = opened as Refusal;
	if (typeof refused === 'string') t.is(refusal.refused, refused);
	else t.regex(refusal.refused, refused);
	t.is(refusal.applies, applies);
};

test('one that has only just started', async t => {
	const native = createMallocNative(mallocMemory());
	const target = {pid: process.pid, name: 'case', startTime: systemClock.wall() / 1000 - 1};
	const opened = await openMalloc({proc: createProc(), clock: systemClock, target, youth: 60_000}, native);
	t.deepEqual(opened, {refused: 'it has only just started', applies: false});
	const older = await openMalloc({proc: createProc(), clock: systemClock, target, youth: 100}, native);
	t.is(older.refused, undefined);
	older.refused ?? older.close();
});

const line = (file: string): string => `7f0100000000-7f0100001000 r-xp 00001000 08:01 42  ${file}\n`;

for (const [name, file] of [
	['jemalloc', 'libjemalloc.so.2'],
	['tcmalloc', 'libtcmalloc_minimal.so.4.5.9'],
	['mimalloc', 'libmimalloc-secure.so.2.0'],
	['snmalloc', 'libsnmallocshim.so'],
	['musl', 'ld-musl-x86_64.so.1'],
] as const) {
	test(`a process with ${name}`, testRefusal, {
		changes: {more: line(`/srv/app/lib/${file} (deleted)`)},
		refused: `${name} allocates its memory (${file}), and keeps no totals that can be read from outside`,
		applies: true,
	});
}

test('a library too old', testRefusal, {
	changes: {library: '/lib/libc-2.24.so'},
	refused: 'it has glibc 2.24, whose malloc is read from 2.26 to 2.41',
	applies: true,
});
test('a library too new', testRefusal, {
	changes: {library: '/lib/libc-2.42.so (deleted)'},
	refused: 'it has glibc 2.42, whose malloc is read from 2.26 to 2.41',
	applies: true,
});
test('no library of glibc', testRefusal, {
	changes: {library: '/lib/libc++.so.6'},
	refused: 'no glibc',
	applies: false,
});
test('a small share of the anonymous memory', testRefusal, {
	changes: {anonymous: 900},
	refused: 'glibc malloc holds only 12 % of its anonymous memory',
	applies: true,
});
test('memory that may not be read', testRefusal, {
	changes: {isReadable: false},
	refused: /./,
	applies: true,
});

const {mainBins, otherBins, cache} = mallocAddresses;
const arenasLost = {refused: 'glibc malloc: its arenas were not found', applies: true};

test('an arena that the ring does not lead back from', testRefusal, {
	words: {[otherBins + 2048]: otherBins - 112},
	...arenasLost,
});
test('a ring that leads into nothing', testRefusal, {words: {[mainBins + 2048]: 8}, ...arenasLost});
test('more than there ever was', testRefusal, {words: {[mainBins + 2072]: 2 ** 40}, ...arenasLost});
test('a bin that leads nowhere', testRefusal, {words: {[mainBins + 64]: 0}, ...arenasLost});
test('no parameters', testRefusal, {
	words: {[cache]: 63},
	refused: 'glibc malloc: its parameters were not found',
	applies: true,
});
test('more mapped than ever', testRefusal, {
	words: {[cache - 24]: 2 ** 30},
	refused: 'glibc malloc: its parameters were not found',
	applies: true,
});

test('a program that is linked with all of glibc and stripped', async t => {
	const c = await startCFor(t, buildC('static, stripped'));
	t.deepEqual(await refusedBy(c.target), {refused: 'no glibc', applies: false});
});

test('Node.js, most of whose memory is not of malloc', async t => {
	const {pid} = await startNode(t, 'console.log(1); setInterval(() => {}, 1000)');
	const {refused, applies} = await refusedBy({pid, name: 'node'});
	t.regex(refused, /^glibc malloc holds only \d+ % of its anonymous memory$/);
	t.true(applies);
});

test('a process that has ended', async t => {
	const child = spawn('sleep', ['100']);
	await once(child, 'spawn');
	const exit = once(child, 'exit');
	child.kill('SIGKILL');
	await exit;
	t.false((await refusedBy({pid: child.pid ?? Number.NaN, name: 'sleep'})).applies);
});

test('a program that executes another one is lost', async t => {
	const c = await startCFor(t, buildC('plain'));
	const probe = await openMallocFor(t, c.target);
	await Promise.race([c.tell('execute /bin/sleep'), new Promise(resolve => setTimeout(resolve, 500))]);
	const {values, lost} = probe.read();
	t.deepEqual(values, {});
	t.is(lost, 'the process executed another program');
});

test('a process that ends has no numbers, and is not lost', async t => {
	const c = await startCFor(t, buildC('plain'));
	const probe = await openMallocFor(t, c.target);
	await c.end();
	const {values, lost, absent} = probe.read();
	t.deepEqual(values, {});
	t.is(lost, undefined);
	t.is(absent?.['malloc.in_use'], 'the process has ended');
	t.is(await probe.outside?.(), undefined);
});

test('death at any moment leaves no exception', async t => {
	for (let delay = 0; delay < 20; delay += 1) {
		const c = await startCFor(t, buildC('plain'));
		const opening = refusedOrRead(c.target);
		await new Promise(resolve => setTimeout(resolve, delay));
		await c.end();
		await opening;
	}
	t.pass();
});

const refusedOrRead = async (target: Parameters<typeof refusedBy>[0]): Promise<void> => {
	const {mallocSource} = await import('../../../src/sources/malloc/index.ts');
	const opened = await mallocSource.open(target);
	if (opened.refused !== undefined) return;
	opened.read();
	opened.close();
};
