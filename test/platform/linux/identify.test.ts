import {readdirSync, readFileSync} from 'node:fs';
import test from 'ava';
import {identify} from '../../../src/platform/linux/identify.ts';
import {createProc} from '../../../src/platform/linux/proc.ts';
import {TargetError} from '../../../src/target/errors.ts';
import {startChild, startNode, until} from '../../helpers/child.ts';
import {createFolder, machineFiles, statLine} from '../../helpers/proc-root.ts';

const status = 'Name:\tworker\nTgid:\t42\nUid:\t0\t0\t0\t0\n';

test('a process in a folder', t => {
	const root = createFolder(t, {
		...machineFiles(),
		'42/status': status.replace('Uid:\t0\t0', 'Uid:\t0\t4294967294'),
		'42/stat': statLine({startTicks: 12_345}),
		'42/cmdline': 'worker\0--password=\u001b\0',
	});
	t.deepEqual(identify(createProc({root}), 42), {
		pid: 42,
		name: 'worker',
		user: '4294967294',
		startTime: 1_763_790_123.45,
		command: 'worker --password=?',
	});
});

const testRefused = test.macro((t, stat: Parameters<typeof statLine>[0], reason: string) => {
	const root = createFolder(t, {...machineFiles(), '42/status': status, '42/stat': statLine(stat)});
	t.throws(() => identify(createProc({root}), 42), {
		instanceOf: TargetError,
		message: `expected a process with memory, but 42 (worker) ${reason}`,
	});
});

test('a kernel thread', testRefused, {flags: 2_129_984}, 'is a kernel thread: it has no user memory');
test('a zombie', testRefused, {state: 'Z', threads: 1}, 'has ended and waits for its parent: it is a zombie');

test('a zombie with living threads', t => {
	const stat = statLine({state: 'Z', threads: 2});
	const root = createFolder(t, {...machineFiles(), '42/status': status, '42/stat': stat});
	t.is(identify(createProc({root}), 42).command, 'worker');
});

const testMissing = test.macro((t, code: string | undefined, message: string) => {
	const probeExistence = (): void => {
		if (code !== undefined) throw Object.assign(new Error(code), {code});
	};
	const proc = createProc({root: createFolder(t, machineFiles()), probeExistence});
	t.throws(() => identify(proc, 42), {instanceOf: TargetError, message});
});

const hidden =
	'expected to see process 42, but /proc hides it from this user (hidepid): run memtop as root or as its owner';

test('absent', testMissing, 'ESRCH', 'expected a process with pid 42, found none');
test('hidden', testMissing, 'EPERM', hidden);
test('hidden, and our own', testMissing, undefined, hidden);

test('a pid that no system gives out', t => {
	t.throws(() => identify(createProc(), 2 ** 31 - 1), {
		message: 'expected a process with pid 2147483647, found none',
	});
});

test('a real process', t => {
	const now = Date.now() / 1000;
	const child = startChild(t, 'sleep', ['60']);
	const target = identify(createProc(), child.pid);
	t.is(target.pid, child.pid);
	t.truthy(target.user);
	t.true(Math.abs((target.startTime ?? 0) - now) < 5);
});

test('a thread means its process', async t => {
	const child = await startNode(t, 'console.log("ready"); process.stdin.resume()');
	const thread = readdirSync(`/proc/${child.pid}/task`).find(name => name !== child.pid.toString());
	const target = identify(createProc(), Number(thread));
	t.is(target.pid, child.pid);
	t.is(target.name, 'node');
});

test('a real zombie', async t => {
	// The shell becomes a program that never asks how its child ended.
	const parent = startChild(t, 'sh', ['-c', 'sleep 60 & echo $!; exec sleep 60']);
	const pid = Number(await parent.line());
	await until(() => readFileSync(`/proc/${parent.pid}/comm`, 'utf8') === 'sleep\n');
	process.kill(pid, 'SIGKILL');
	await until(() => isZombie(pid));
	t.regex(t.throws(() => identify(createProc(), pid)).message, /it is a zombie$/);
});

const isZombie = (pid: number): boolean => {
	try {
		identify(createProc(), pid);
		return false;
	} catch {
		return true;
	}
};
