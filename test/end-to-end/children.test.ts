import test from 'ava';
import {startChild} from '../helpers/child.ts';
import {runMemtop, showMemtop} from '../helpers/memtop.ts';
import {createFolder} from '../helpers/proc-root.ts';
import {logText, sampleRows} from '../helpers/recorded.ts';

/** Touches so many bytes, and waits. */
const holding = (bytes: number): string =>
	`${process.execPath} -e 'const held = Buffer.alloc(${bytes}, 1); setInterval(() => held, 1e6)'`;

test('--children sums the tree, and says of how many', async t => {
	const one = holding(1e8);
	const shell = startChild(t, 'sh', ['-c', `${one} & echo $!; ${one} & echo $!; read line`]);
	const holders = [Number(await shell.line()), Number(await shell.line())];
	t.teardown(() => {
		for (const pid of holders) process.kill(pid, 'SIGKILL');
	});
	const memtop = await showMemtop(t, ['-p', shell.pid, '-d', 0.2, '--children']);
	await memtop.shows(/tree of 3: PSS and VIRT of all/);
	await memtop.shows(/now +2\d\d MiB/);
	await memtop.shows(/processes +3 +3/);
	const {inUse} = sampleRows(logText(memtop.folder)).at(-1) ?? {inUse: 0};
	t.true(inUse > 2e8 && inUse < 4e8, `${inUse}`);
	t.regex(logText(memtop.folder), /"source":"tree-pss"/);
	await shell.end();
	await memtop.shows(/ended \d\d:\d\d:\d\d/);
});

test('record --children of a command', async t => {
	const folder = createFolder(t, {});
	const command = ['sh', '-c', 'sleep 1 & sleep 1; exit 6'];
	t.is((await runMemtop(t, ['record', '-d', 0.1, '--children', '--', ...command], folder)).status, 6);
	t.regex(
		logText(folder),
		/"source":"tree-pss".*\n# timestamp in_use system rss virt .*tree_pss tree_rss tree_virt processes/,
	);
	t.regex(logText(folder), /^\d+\.\d+ \d+ \d+ \d+ \d+ 0 \d+ \d+ \d+ 3 /m);
});

test('--children and --url', async t => {
	const {status, stderr} = await runMemtop(t, ['record', '--children', '--url', 'http://127.0.0.1:1/']);
	t.is(status, 2);
	t.regex(stderr, /expected --url or --children, got both/);
});
