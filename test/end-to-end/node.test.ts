import {setTimeout} from 'node:timers/promises';
import test from 'ava';
import {runMemtop, showMemtop} from '../helpers/memtop.ts';
import {nodeProgram, nodeReleases, nodeVersions} from '../helpers/node-versions.ts';
import {createFolder} from '../helpers/proc-root.ts';
import {logText, notes, sampleRows} from '../helpers/recorded.ts';
import {startNodeFor, sumOf} from '../sources/v8/helpers/open-v8.ts';

const titles = {20: 'V8 11.3', 22: 'V8 12.4', 24: 'V8 13.6', 26: 'V8 14.6'} as const;

for (const major of nodeVersions) {
	const title = `Node ${nodeReleases[major].replace(/\.\d+$/, '')} · ${titles[major]}`;

	test(`the heaps of Node ${major} and its worker are recorded as it reports them`, async t => {
		const node = await startNodeFor(t, major);
		await node.tell('start');
		await node.tell('allocate 20000');
		await node.tell('workers allocate 5000');
		await node.reports();
		await setTimeout(100);
		const before = sumOf(await node.reports(), 'total');
		const args = ['record', '--source', 'v8', '-p', node.target.pid, '-d', 0.05, '-n', 10, '-o', '-'];
		const {status, stdout} = await runMemtop(t, args);
		const reports = await node.reports();
		t.is(status, 0);
		t.like(notes(stdout, 'memtop 1')[0], {source: 'v8'});
		t.regex(stdout, /\n# timestamp in_use system rss virt approx .*scavenges mark_compacts outside/);
		const last = sampleRows(stdout).at(-1);
		// To report may take a page more.
		t.true([before, sumOf(reports, 'total')].includes(last?.system ?? Number.NaN), `${last?.system} bytes`);
		const difference = Math.abs((last?.inUse ?? 0) - sumOf(reports, 'used'));
		t.true(difference <= Math.max(65_536, 0.001 * (last?.inUse ?? 0)), `${difference} bytes`);
	});

	test(`the screen names Node ${major}`, async t => {
		const {target} = await startNodeFor(t, major);
		const memtop = await showMemtop(t, ['-d', 0.1, '-p', target.pid]);
		await memtop.shows(new RegExp(`^ memtop  .* · pid ${target.pid} · up .* · ${title} `));
		await memtop.shows(/V8 heapUsed.*V8 heapTotal/s);
		await memtop.shows(/isolates +1/);
		memtop.type('q');
		t.is(await memtop.exited(), 0);
	});

	test(`a command that is Node ${major} is read by its heaps soon`, async t => {
		const code = 'setTimeout(() => {}, 2500)';
		const args = ['record', '-d', 0.05, '--', nodeProgram(major), '-e', code];
		const folder = createFolder(t, {});
		t.is((await runMemtop(t, args, folder)).status, 0);
		const text = logText(folder);
		t.is(notes(text, 'memtop 1').at(-1)?.source, 'v8');
		const system = sampleRows(text).at(-1)?.system ?? 0;
		t.true(system > 2 ** 21 && system < 2 ** 25, `${system} bytes`);
	});
}
