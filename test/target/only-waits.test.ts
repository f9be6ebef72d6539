import test from 'ava';
import type {Relative} from '../../src/model/relative.ts';
import {onlyWaitsFor} from '../../src/target/only-waits.ts';

/** A process of the tree: its depth, resident MiB, and milliseconds of CPU that it used in the four seconds between. */
type Process = readonly [name: string, depth: number, mebibytes: number, used: number];

const relativesOf = (processes: readonly Process[], isNow: boolean): readonly Relative[] =>
	processes.map(([name, depth, mebibytes, used], index) => ({
		...{pid: 100 + index, name, depth, startTime: 1000 + index},
		...{rss: mebibytes * 2 ** 20, cpuTime: 500 + (isNow ? used : 0)},
	}));

/** Rows: a tree, and the process that its root only waits for. */
const testWaits = test.macro(
	(t, processes: readonly Process[], expected: string | undefined, isStarted?: boolean) => {
		const looks = {before: relativesOf(processes, false), now: relativesOf(processes, true), seconds: 4};
		t.is(onlyWaitsFor({...looks, isStarted: isStarted === true})?.name, expected);
	},
);

const sh: Process = ['sh', 0, 2, 0];
test('a process alone', testWaits, [['node', 0, 50, 0]], undefined);
test('a shell and a far larger program', testWaits, [sh, ['node', 1, 50, 0]], 'node');
test('a shell and a busy program', testWaits, [sh, ['yes', 1, 2, 3000]], 'yes');
test('a shell and a small idle one', testWaits, [sh, ['sleep', 1, 2, 0]], undefined);
test(
	'a shell that works itself',
	testWaits,
	[
		['sh', 0, 2, 400],
		['node', 1, 50, 3000],
	],
	undefined,
);
test(
	'a runner, a shell and a busy program',
	testWaits,
	[
		['npm', 0, 80, 0],
		['sh', 1, 2, 0],
		['node', 2, 50, 100],
	],
	'node',
);
test(
	'a runner and an idle program',
	testWaits,
	[
		['npm', 0, 80, 0],
		['sh', 1, 2, 0],
		['node', 2, 50, 0],
	],
	undefined,
);
test(
	'a program with a helper, both busy',
	testWaits,
	[sh, ['node', 1, 60, 900], ['esbuild', 2, 30, 900]],
	'node',
);
test(
	'a program with a large helper',
	testWaits,
	[
		['npm', 0, 80, 0],
		['sh', 1, 2, 0],
		['node', 2, 50, 100],
		['chrome', 3, 900, 0],
	],
	'node',
);
test('a pipeline in which both work', testWaits, [sh, ['cat', 1, 2, 900], ['sort', 1, 50, 900]], undefined);
test('a pipeline in which one works', testWaits, [sh, ['cat', 1, 2, 0], ['sort', 1, 50, 900]], 'sort');
test(
	'a server that forked before',
	testWaits,
	[
		['master', 0, 20, 0],
		['worker', 1, 30, 900],
		['worker', 1, 30, 800],
	],
	undefined,
);
test(
	'a started runner and an idle program',
	testWaits,
	[
		['npm', 0, 80, 0],
		['sh', 1, 2, 0],
		['node', 2, 50, 0],
	],
	'node',
	true,
);
test(
	'a started program with a small helper',
	testWaits,
	[
		['node', 0, 80, 0],
		['helper', 1, 10, 0],
	],
	undefined,
	true,
);
test(
	'a started program with two helpers',
	testWaits,
	[
		['node', 0, 40, 0],
		['one', 1, 30, 0],
		['other', 1, 30, 0],
	],
	undefined,
	true,
);
test(
	'a started program that works',
	testWaits,
	[
		['node', 0, 40, 900],
		['one', 1, 30, 0],
	],
	undefined,
	true,
);

test('nothing is there any more', t => {
	t.is(onlyWaitsFor({before: [], now: [], seconds: 4, isStarted: true}), undefined);
});

test('a process that has only just come', t => {
	const now = relativesOf([sh, ['node', 1, 50, 0]], true);
	const looks = {now, seconds: 4, isStarted: false};
	t.is(onlyWaitsFor({...looks, before: now.slice(0, 1)}), undefined);
	const another = now.map(relative => ({...relative, startTime: relative.startTime - relative.depth}));
	t.is(onlyWaitsFor({...looks, before: another}), undefined);
	t.is(onlyWaitsFor({...looks, before: now})?.name, 'node');
});

test('a root that has only just come', t => {
	t.is(
		onlyWaitsFor({before: [], now: relativesOf([sh, ['node', 1, 50, 0]], true), seconds: 4, isStarted: true}),
		undefined,
	);
});
