import {readdirSync, readFileSync} from 'node:fs';
import test from 'ava';
import {identify} from '../../../src/platform/linux/identify.ts';
import {openLinuxProcess} from '../../../src/platform/linux/open-process.ts';
import {createProc} from '../../../src/platform/linux/proc.ts';
import {TargetGoneError} from '../../../src/target/errors.ts';
import {startChild, startNode, until} from '../../helpers/child.ts';
import {createFolder, machineFiles, statLine} from '../../helpers/proc-root.ts';

const proc = createProc();
const open = (pid: number) => openLinuxProcess(proc, identify(proc, pid));

test('all numbers of a real process agree', async t => {
	const child = await startNode(t, 'console.log("ready"); process.stdin.resume()');
	const process = open(child.pid);
	const memory = process.memory();
	const details = process.details?.();
	t.false(memory.isOld);
	t.true((memory.virt ?? 0) > (memory.rss ?? 0));
	t.true((details?.rssPeak ?? 0) >= (details?.rssAnon ?? 0));
	t.is(details?.swap, 0);
	t.true((details?.minorFaults ?? 0) > 100);
	process.close();
});

test('64 MiB more are within 1 %', async t => {
	const child = await startNode(t, grower);
	const process = open(child.pid);
	const before = {...process.memory(), ...process.details?.()};
	child.send('grow');
	await child.line();
	const after = {...process.memory(), ...process.details?.()};
	t.true(isNear64MiB(Number(after.rss) - Number(before.rss)));
	t.true(isNear64MiB(Number(after.rssAnon) - Number(before.rssAnon)));
	t.true(Number(after.minorFaults) > Number(before.minorFaults));
	process.close();
});

test('an ended process', async t => {
	const child = startChild(t, 'sleep', ['60']);
	const process = open(child.pid);
	await child.end();
	t.throws(process.memory, {instanceOf: TargetGoneError});
	await t.throwsAsync(async () => process.shares?.(), {code: 'ESRCH'});
	process.close();
});

test('a process that ended before it was opened', async t => {
	const child = startChild(t, 'sleep', ['60']);
	const target = identify(proc, child.pid);
	await child.end();
	t.throws(() => openLinuxProcess(proc, target), {instanceOf: TargetGoneError});
});

test('a later process with the same pid', t => {
	const child = startChild(t, 'sleep', ['60']);
	const {startTime = 0, ...target} = identify(proc, child.pid);
	const message = `process ${child.pid} has ended, and another has its pid`;
	const descriptors = readdirSync('/proc/self/fd').length;
	t.throws(() => openLinuxProcess(proc, {...target, startTime: startTime - 1}), {
		instanceOf: TargetGoneError,
		message,
	});
	t.is(readdirSync('/proc/self/fd').length, descriptors);
});

test('a process that becomes another program is the same process', async t => {
	const child = startChild(t, 'sh', ['-c', 'echo ready; read line; exec sleep 60']);
	await child.line();
	const before = identify(proc, child.pid);
	const process = openLinuxProcess(proc, before);
	child.send('go');
	await until(() => readFileSync(`/proc/${child.pid}/comm`, 'utf8') === 'sleep\n');
	t.true((process.memory().rss ?? 0) > 0);
	t.is(identify(proc, child.pid).startTime, before.startTime);
	t.deepEqual(Object.keys((await process.shares?.()) ?? {}).sort(), ['cost', 'pss', 'uss']);
	process.close();
});

test('a process whose first thread has ended is read through another', async t => {
	const child = startChild(t, 'python3', ['-c', leaderEnds]);
	await child.line();
	await until(() => readFileSync(`/proc/${child.pid}/stat`, 'utf8').includes(') Z '));
	const process = open(child.pid);
	t.true((process.memory().rss ?? 0) > 20 * 1024 ** 2);
	t.true((process.details?.().rssAnon ?? 0) > 20 * 1024 ** 2);
	t.deepEqual(await process.shares?.(), {refused: 'its first thread has ended'});
	child.send('end');
	await until(() => isEnded(process.memory));
	t.throws(process.memory, {instanceOf: TargetGoneError});
	process.close();
});

test('a file cut short is the end', t => {
	const root = createFolder(t, {...machineFiles(), '42/stat': statLine(), '42/status': '', '42/statm': ''});
	const process = openLinuxProcess(createProc({root}), {pid: 42, name: 'worker'});
	t.throws(process.memory, {instanceOf: TargetGoneError});
	process.close();
});

const isEnded = (read: () => unknown): boolean => {
	try {
		read();
		return false;
	} catch {
		return true;
	}
};

const isNear64MiB = (bytes: number): boolean => Math.abs(bytes - 64 * 1024 ** 2) < 0.01 * 64 * 1024 ** 2;

const grower = `
let kept;
process.stdin.on('data', () => {
	kept = Buffer.alloc(64 * 1024 ** 2, 1);
	console.log('grown');
});
console.log('ready');
`;

const leaderEnds = `
import ctypes, sys, threading
data = bytearray(b'x') * (20 * 2 ** 20)
threading.Thread(target=sys.stdin.readline).start()
print('ready', flush=True)
ctypes.CDLL(None).pthread_exit(None)
`;
