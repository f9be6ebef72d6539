import test from 'ava';
import {listProcesses} from '../../../src/platform/linux/list.ts';
import {createProc} from '../../../src/platform/linux/proc.ts';
import {startChild} from '../../helpers/child.ts';
import {createFolder, machineFiles, statLine} from '../../helpers/proc-root.ts';

const statusOf = (pid: number): string => `Name:\tworker\nTgid:\t${pid}\nUid:\t0\t99999\t0\t0\n`;

test('processes in a folder', async t => {
	const root = createFolder(t, {
		...machineFiles(),
		'2/status': statusOf(2),
		'2/stat': statLine({flags: 2_129_984}),
		'2/statm': '0 0 0 0 0 0 0\n',
		'42/status': statusOf(42),
		'42/stat': statLine({startTicks: 100}),
		'42/statm': '20 10 5 0 0 0 0\n',
		'42/cmdline': 'worker\0-x\0',
		'43/status': statusOf(43),
		'44/status': statusOf(44),
		'44/stat': statLine({state: 'Z', threads: 1}),
		'44/statm': '0 0 0 0 0 0 0\n',
		'45x/status': statusOf(45),
	});
	t.deepEqual(await listProcesses(createProc({root})), [
		{pid: 42, name: 'worker', user: '99999', startTime: 1_763_790_001, command: 'worker -x', rss: 40_960},
	]);
});

test('real processes, without memtop itself and the kernel', async t => {
	const child = startChild(t, 'sleep', ['61']);
	const processes = await listProcesses(createProc());
	const found = processes.find(({pid}) => pid === child.pid);
	t.true((found?.rss ?? 0) > 0);
	t.false(processes.some(({pid}) => pid === process.pid));
	t.true(processes.every(({rss}) => rss > 0));
});
