import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {startChild} from '../helpers/child.ts';
import {showMemtop} from '../helpers/memtop.ts';
import {createFolder} from '../helpers/proc-root.ts';
import {keys} from '../helpers/pseudo-terminal.ts';
import {logText} from '../helpers/recorded.ts';

const server = 'const held = Buffer.alloc(1e7, 1); setInterval(() => held.fill(2), 20)';

test('a shell that only waits is told, and d watches what it waits for', async t => {
	const memtop = await showMemtop(t, [
		'-d',
		0.1,
		'--',
		'sh',
		'-c',
		`${process.execPath} -e '${server}'; exit 0`,
	]);
	await memtop.shows(/sh only waits for node \(pid \d+\): d watches it/);
	const [, pid] = /waits for node \(pid (\d+)\)/.exec(memtop.rows()[1] ?? '') ?? [];
	memtop.type('d');
	await memtop.shows(`node · pid ${pid} `);
	await memtop.waitUntil(() => !memtop.rows()[1]?.includes('waits'), 'the offer to be gone');
	t.regex(logText(memtop.folder), new RegExp(`\n\n\n# memtop 1 {"pid":${pid},"name":"node"`));
	memtop.type('q');
	await memtop.shows(/sh \(pid \d+\) still runs/);
	memtop.type('e');
	t.is(await memtop.exited(), 0);
	t.throws(() => process.kill(Number(pid), 0), {code: 'ESRCH'});
});

test('npm start', async t => {
	const folder = createFolder(t, {});
	writeFileSync(join(folder, 'server.js'), server);
	writeFileSync(join(folder, 'package.json'), JSON.stringify({scripts: {start: 'node server.js'}}));
	const memtop = await showMemtop(t, ['-d', 0.1, '--', 'npm', 'start'], {folder});
	await memtop.shows(/ only waits for node \(pid \d+\): d watches it/);
	memtop.type('q');
	await memtop.shows('end it');
	memtop.type('e');
	t.is(await memtop.exited(), 0);
});

test('the tree of a server that has forked, there and back', async t => {
	const parent = startChild(t, 'bash', ['-c', 'sleep 1001 & sleep 1002 & echo $! $(jobs -p); read line']);
	const [last = Number.NaN, first = Number.NaN] = (await parent.line()).split(' ').map(Number);
	t.teardown(() => {
		for (const pid of [first, last]) process.kill(pid, 'SIGKILL');
	});
	const memtop = await showMemtop(t, ['-p', parent.pid, '-d', 0.1]);
	memtop.type('d');
	await memtop.shows('Which process of the tree? Type to filter (3)');
	await memtop.shows(/bash -c.*│\n.* {3}sleep 1001 .*│\n.* {3}sleep 1002 /);
	memtop.type(keys.down + keys.enter);
	await memtop.shows(`sleep · pid ${first} `);
	memtop.type('d');
	await memtop.shows('Which process of the tree? Type to filter (3)');
	memtop.type(keys.enter);
	await memtop.shows(`bash · pid ${parent.pid} `);
	t.pass();
});
