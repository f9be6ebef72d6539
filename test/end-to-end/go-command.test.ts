import {basename} from 'node:path';
import test from 'ava';
import {runMemtop, showMemtop} from '../helpers/memtop.ts';
import {createFolder} from '../helpers/proc-root.ts';
import {logText} from '../helpers/recorded.ts';
import {buildGo} from '../sources/go/helpers/build-go.ts';

/** What the headers of a log say, oldest first. */
const headersIn = (folder: string) =>
	[...logText(folder).matchAll(/^# memtop 1 (.*)$/gm)].map(([, json = '']) => {
		const {name, source, continues = false} = JSON.parse(json);
		return {name, source, continues};
	});

/** A shell that becomes a Go program after some seconds, which ends two seconds later: its input never does. */
const becomingGo = (path: string, seconds: number): readonly string[] => [
	...['--', 'sh', '-c'],
	`mkfifo input; (sleep ${seconds + 2}; kill $$) & sleep ${seconds}; exec ${path} 0<>input`,
];

test('a Go program that a shell becomes is read by its own totals', async t => {
	const path = buildGo('plain');
	const folder = createFolder(t, {});
	const {status} = await runMemtop(t, ['record', '-d', 0.05, ...becomingGo(path, 1)], folder);
	t.is(status, 143);
	const [first, ...others] = headersIn(folder);
	t.deepEqual(first, {name: 'sh', source: 'os', continues: false});
	t.true(others.every(({continues}) => continues));
	t.deepEqual(others.at(-1), {name: basename(path), source: 'go', continues: true});
});

test('a source that was asked for is waited for', async t => {
	const path = buildGo('plain');
	const folder = createFolder(t, {});
	const args = ['record', '--source', 'go', '-d', 0.05, ...becomingGo(path, 0.5)];
	t.is((await runMemtop(t, args, folder)).status, 143);
	t.like(headersIn(folder), [{source: 'go', continues: false}]);
});

test('one that never fits ends the command', async t => {
	const {status, stderr} = await runMemtop(t, ['record', '--source', 'go', '--', 'sleep', '1000']);
	t.is(status, 1);
	t.regex(stderr, /^memtop: expected a process that source "go" can read: .*\n$/);
});

test('the screen takes its name', async t => {
	const path = buildGo('plain');
	const memtop = await showMemtop(t, ['-d', 0.1, ...becomingGo(path, 1)]);
	t.regex(memtop.rows()[0] ?? '', / sh · pid /);
	await memtop.shows(new RegExp(`^ memtop  ${basename(path)} · pid .* · Go `));
	await memtop.shows(/ended .* by SIGTERM/);
	memtop.type('q');
	t.is(await memtop.exited(), 0);
});
