import test, {type ExecutionContext} from 'ava';
import {listDescendants} from '../../../src/platform/linux/descendants.ts';
import {createProc} from '../../../src/platform/linux/proc.ts';
import {startChild} from '../../helpers/child.ts';
import {createFolder, machineFiles, statLine} from '../../helpers/proc-root.ts';

type Fake = {readonly parent: number; readonly state?: string; readonly threads?: number};

/** A proc folder of processes that are named after their pids. */
const procOf = (t: ExecutionContext, processes: Readonly<Record<number, Fake>>) => {
	const files = Object.entries(processes).map(([pid, {parent, ...rest}]) => [
		`${pid}/stat`,
		statLine({name: `p${pid}`, ...rest}).replace(' 1 42 42 ', ` ${parent} 42 42 `),
	]);
	return createProc({root: createFolder(t, {...machineFiles(), ...Object.fromEntries(files)})});
};

/** Rows: processes by pid, and the tree of number 10 as names, indented. */
const testTree = test.macro(
	async (t, processes: Readonly<Record<number, Fake>>, expected: readonly string[]) => {
		const relatives = await listDescendants(procOf(t, processes), 10);
		t.deepEqual(
			relatives.map(({name, depth}) => '.'.repeat(depth) + name),
			expected,
		);
	},
);

const root = {parent: 1};
test('a process alone', testTree, {10: root, 11: root}, ['p10']);
test('a tree', testTree, {10: root, 14: {parent: 10}, 12: {parent: 10}, 13: {parent: 12}, 9: {parent: 13}}, [
	'p10',
	'.p12',
	'..p13',
	'...p9',
	'.p14',
]);
test('what has ended', testTree, {11: root, 12: {parent: 10}}, []);
test('a zombie', testTree, {10: root, 11: {parent: 10, state: 'Z', threads: 1}, 12: {parent: 11}}, [
	'p10',
	'..p12',
]);
test('a process whose first thread has ended', testTree, {10: root, 11: {parent: 10, state: 'Z'}}, [
	'p10',
	'.p11',
]);
test('parents in a circle', testTree, {10: {parent: 12}, 11: {parent: 10}, 12: {parent: 11}}, [
	'p10',
	'.p11',
	'..p12',
]);
test('its own parent', testTree, {10: {parent: 10}}, ['p10']);

test('what is told of each', async t => {
	const [found] = await listDescendants(procOf(t, {10: root}), 10);
	t.deepEqual(found, {
		...{pid: 10, name: 'p10', depth: 0, startTime: 1_763_790_000 + 1706.96},
		...{rss: 8695 * 4096, cpuTime: 60},
	});
});

test('hundreds of processes', async t => {
	const processes = Object.fromEntries(
		Array.from({length: 500}, (_, index) => [10 + index, {parent: index === 0 ? 1 : 9 + index}]),
	);
	const relatives = await listDescendants(procOf(t, processes), 10);
	t.is(relatives.length, 500);
	t.is(relatives.at(-1)?.depth, 499);
});

test('a shell and what it started', async t => {
	const shell = startChild(t, 'sh', ['-c', 'sleep 1000 & echo $!; wait']);
	const sleeper = Number(await shell.line());
	t.teardown(() => process.kill(sleeper, 'SIGKILL'));
	const relatives = await listDescendants(createProc(), shell.pid);
	t.deepEqual(
		relatives.map(({pid, name, depth}) => ({pid, name, depth})),
		[
			{pid: shell.pid, name: 'sh', depth: 0},
			{pid: sleeper, name: 'sleep', depth: 1},
		],
	);
	t.true(relatives.every(({rss}) => rss > 0));
});
