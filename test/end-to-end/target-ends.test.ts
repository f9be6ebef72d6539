import test from 'ava';
import {startChild} from '../helpers/child.ts';
import {showMemtop} from '../helpers/memtop.ts';
import {logText, notes, sampleCount} from '../helpers/recorded.ts';
import {startTarget} from '../helpers/target.ts';

test('a target that ends stays on the screen, until q leaves with 0', async t => {
	const target = await startTarget(t);
	const memtop = await showMemtop(t, ['--source', 'os', '-p', target.pid, '-d', 0.1]);
	await memtop.waitUntil(() => sampleCount(memtop.folder) > 3, 'samples');
	await target.end();
	await memtop.shows(/ended \d\d:\d\d:\d\d after [\d.]+s watched/);
	await memtop.shows(/In use · RSS.*now +[\d.]+ MiB/s);
	const log = logText(memtop.folder);
	t.is(notes(log, 'end')[0]?.reason, 'target ended');
	t.regex(log, /\n# end {.*}\n$/);
	memtop.type('q');
	t.is(await memtop.exited(), 0);
	t.is(logText(memtop.folder), log);
});

test('a target that nobody has waited for has ended too', async t => {
	const parent = startChild(t, 'bash', ['-c', 'sleep 1000 & echo $!; exec sleep 1000']);
	const pid = Number(await parent.line());
	const memtop = await showMemtop(t, ['--source', 'os', '-p', pid, '-d', 0.1]);
	process.kill(pid, 'SIGKILL');
	await memtop.shows(/ended \d\d:\d\d:\d\d/);
	memtop.type('q');
	t.is(await memtop.exited(), 0);
});
