import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {until} from '../helpers/child.ts';
import {memtopFile, runMemtop, spawnMemtop} from '../helpers/memtop.ts';
import {createFolder} from '../helpers/proc-root.ts';
import {keys, startInTerminal} from '../helpers/pseudo-terminal.ts';
import {logText, notes, sampleCount} from '../helpers/recorded.ts';

const record = (...command: readonly string[]) => ['record', '-d', 0.05, '--', ...command];
const shell = (script: string) => record('sh', '-c', script);

/** Rows: a script, and the exit status that is passed on. */
const testStatus = test.macro(async (t, script: string, status: number) => {
	const folder = createFolder(t, {});
	t.is((await runMemtop(t, shell(script), folder)).status, status);
	t.deepEqual(
		notes(logText(folder), 'end').map(({reason}) => reason),
		['target ended'],
	);
	t.true(sampleCount(folder) > 2);
});

test('a command that ends well', testStatus, 'sleep 0.4', 0);
test('a command that fails', testStatus, 'sleep 0.4; exit 7', 7);
test('a command that a signal ends', testStatus, 'sleep 0.4; kill -KILL $$', 137);

test('the command has the standard streams to itself', async t => {
	const {stdout, stderr} = await runMemtop(t, shell('echo out; echo error >&2; sleep 0.2'));
	t.is(stdout, 'out\n');
	t.regex(stderr, /^error\nmemtop: \d+ samples? \(.*\) in .*memory\.log\n$/);
});

test('options of the command are its own', async t => {
	const {stdout, status} = await runMemtop(t, record('printf', '%s.', '-d', '--', '--for', '-h'));
	t.is(stdout, '-d.--.--for.-h.');
	t.is(status, 0);
});

test('-n ends the recording with 0, and the command goes on', async t => {
	const folder = createFolder(t, {});
	// The test waits for the streams to be closed, which the command would keep open.
	const script = 'exec sleep 30 >/dev/null 2>&1';
	const args = ['record', '-d', 0.05, '-n', 3, '--', 'sh', '-c', script];
	const {status, stderr} = await runMemtop(t, args, folder);
	const pid = Number(/memtop: sh \(pid (\d+)\) goes on\n$/.exec(stderr)?.[1]);
	t.true(process.kill(pid, 'SIGKILL'));
	t.is(status, 0);
	t.is(sampleCount(folder), 3);
	t.is(notes(logText(folder), 'end')[0]?.reason, 'count reached');
});

/** A script that says by which signals it was reached, each time, until it ends by TERM. */
const listener = `
trap 'echo INT' INT; trap 'echo HUP' HUP; trap 'echo TERM; exit 5' TERM
echo ready; while :; do sleep 0.05; done
`;

/** Ends a command through memtop alone, without a terminal. */
const passes = async (t: ExecutionContext, signals: readonly NodeJS.Signals[], said: string) => {
	const folder = createFolder(t, {});
	const memtop = spawnMemtop(t, shell(listener), folder);
	await until(() => sampleCount(folder) > 3);
	for (const signal of signals) {
		process.kill(memtop.pid, signal);
		const before = sampleCount(folder);
		if (signal !== 'SIGTERM') await until(() => sampleCount(folder) > before + 6);
	}
	const {status, stdout} = await memtop.ended;
	t.is(status, 5);
	t.is(stdout, said);
};

test('SIGTERM is passed on', passes, ['SIGTERM'], 'ready\nTERM\n');
test(
	'SIGINT is passed on, and the recording lasts as long as the command',
	passes,
	['SIGINT', 'SIGTERM'],
	'ready\nINT\nTERM\n',
);
test('SIGHUP too', passes, ['SIGHUP', 'SIGTERM'], 'ready\nHUP\nTERM\n');

/** A recording of a command in a terminal. */
const recordInTerminal = (t: ExecutionContext, script: string) => {
	const folder = createFolder(t, {});
	const args = [memtopFile, ...shell(script).map(String)];
	return {...startInTerminal(t, {program: process.execPath, args, folder}), folder};
};

test('C-c reaches the command once, from the terminal', async t => {
	const memtop = recordInTerminal(t, listener);
	await memtop.shows('ready');
	await memtop.waitUntil(() => sampleCount(memtop.folder) > 3, 'samples');
	memtop.type(keys.control('c'));
	await memtop.shows('INT');
	const before = sampleCount(memtop.folder);
	await memtop.waitUntil(() => sampleCount(memtop.folder) > before + 6, 'the recording to go on');
	t.is(memtop.output().match(/INT/g)?.length, 1);
	memtop.signal('SIGTERM');
	t.is(await memtop.exited(), 5);
	t.is(memtop.output().match(/TERM/g)?.length, 1);
});

test('C-c ends a command that does not mind it, with the status of the signal', async t => {
	const memtop = recordInTerminal(t, 'echo ready; sleep 30');
	await memtop.shows('ready');
	await memtop.waitUntil(() => sampleCount(memtop.folder) > 3, 'samples');
	memtop.type(keys.control('c'));
	t.is(await memtop.exited(), 130);
	t.regex(memtop.rows().join('\n'), /memtop: \d+ samples/);
	t.is(notes(logText(memtop.folder), 'end')[0]?.reason, 'target ended');
});

test('the command reads the terminal', async t => {
	const memtop = recordInTerminal(t, 'echo name?; read name; echo "hello $name"; exit 3');
	await memtop.shows('name?');
	memtop.type('world\r');
	await memtop.shows('hello world');
	t.is(await memtop.exited(), 3);
	t.false(memtop.output().includes('in use'));
});

test('a command that ended before anything could be read', async t => {
	const folder = createFolder(t, {});
	const {status} = await runMemtop(t, record('sh', '-c', 'exit 4'), folder);
	t.is(status, 4);
	t.true(sampleCount(folder) <= 1);
});

test('a shell that becomes another program is one recording', async t => {
	const folder = createFolder(t, {});
	const {status} = await runMemtop(t, shell('sleep 0.3; exec sleep 0.5'), folder);
	t.is(status, 0);
	const headers = readFileSync(join(folder, 'memory.log'), 'utf8').match(/^# memtop 1.*$/gm) ?? [];
	const names = headers.map(header => /"name":"(\w+)"/.exec(header)?.[1]);
	t.deepEqual([...new Set(names)], ['sh', 'sleep']);
	t.deepEqual(
		headers.map(header => header.includes('"continues":true')),
		headers.map((_, index) => index > 0),
	);
});
