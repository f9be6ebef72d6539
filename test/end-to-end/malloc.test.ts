import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {runMemtop, showMemtop} from '../helpers/memtop.ts';
import {createFolder} from '../helpers/proc-root.ts';
import {logText} from '../helpers/recorded.ts';
import {buildC} from '../sources/malloc/helpers/build-c.ts';
import {startCFor} from '../sources/malloc/helpers/open-malloc.ts';

/** What a log says: its header, and its samples by the names of their columns. */
const logIn = (folder: string) => {
	const lines = logText(folder).split('\n');
	const columns = (lines.find(line => line.startsWith('# timestamp')) ?? '').slice(2).split(' ');
	const samples = lines
		.filter(line => /^\d/.test(line))
		.map(line => {
			const numbers = line.split(' ').map(Number);
			return Object.fromEntries(columns.map((column, index) => [column, numbers[index]]));
		});
	return {header: JSON.parse(lines[0]?.slice('# memtop 1 '.length) ?? ''), samples};
};

test("a C program is recorded by malloc's own figures", async t => {
	const c = await startCFor(t, buildC('plain'));
	await c.tell('threads 2', 'on 1 allocate 3000 900 3', 'on 1 free every', 'allocate 30 400000 2');
	const folder = createFolder(t, {});
	const {status} = await runMemtop(t, ['record', '-p', c.target.pid, '-d', 0.1, '-n', 15], folder);
	t.is(status, 0);
	const {header, samples} = logIn(folder);
	t.is(header.source, 'malloc');
	const {inUse, system, mapped} = await c.report();
	t.is(samples.length, 15);
	for (const sample of samples) t.like(sample, {in_use: inUse, system, mmapped: mapped});
	t.true(samples.some(({approx}) => approx === 0));
	for (const {in_use = 0, bins = 0, top = 0} of samples) t.is(in_use + bins + top, system);
});

test('at a thousand samples a second the free chunks are counted too', async t => {
	const c = await startCFor(t, buildC('plain'));
	await c.tell('allocate 20000 900 3', 'free every');
	const folder = createFolder(t, {});
	const {status} = await runMemtop(t, ['record', '-p', c.target.pid, '-d', 0.001, '-n', 3000], folder);
	t.is(status, 0);
	const {inUse, system} = await c.report();
	const exact = logIn(folder).samples.filter(({approx}) => approx === 0);
	t.true(exact.length > 0);
	for (const sample of exact) t.like(sample, {in_use: inUse, system});
});

test('one whose memory jemalloc allocates is read as the system counts it, and says why', async t => {
	const folder = `/usr/lib/${readdirSync('/usr/lib').find(name => name.endsWith('-linux-gnu')) ?? ''}`;
	const c = await startCFor(t, buildC('plain'), {LD_PRELOAD: join(folder, 'libjemalloc.so.2')});
	const memtop = await showMemtop(t, ['-p', c.target.pid, '-d', 0.1], {columns: 160});
	await memtop.shows(/jemalloc allocates its memory \(libjemalloc\.so\.2\)/);
	await memtop.shows(/In use · RSS/);
	memtop.type('q');
	t.is(await memtop.exited(), 0);
});
