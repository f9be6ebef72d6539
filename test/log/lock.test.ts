import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readFileSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {type Locking, systemLocking} from '../../src/log/lock.ts';
import {LogError, openLog} from '../../src/log/writer.ts';
import {headerEntry, headerLines, sampleLine} from './helpers/entries.ts';
import {temporaryFolder} from './helpers/folder.ts';
import {openTestLog} from './helpers/open.ts';

const fixture = join(import.meta.dirname, 'fixtures/hold-log.ts');

/** A second process that records to the file, and what ends it as hard as can be. */
const recordElsewhere = async (t: ExecutionContext, path: string) => {
	const child = spawn(process.execPath, ['--import=tsx', fixture, path], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	t.teardown(() => child.kill('SIGKILL'));
	await once(child.stdout, 'data');
	return async () => {
		child.kill('SIGKILL');
		await once(child, 'exit');
	};
};

const taken = /^expected a log of its own, got one that another memtop is recording to: .*\.log$/;

test('a log has one writer, until that is gone', async t => {
	const folder = temporaryFolder(t);
	const path = join(folder, 'x.log');
	const kill = await recordElsewhere(t, path);
	t.throws(() => openLog({path, folder, pid: 1}), {instanceOf: LogError, message: taken});
	await kill();
	const {log, read} = openTestLog(t, {folder, path});
	log.write(headerEntry());
	t.is(read('x.log'), `${headerLines()}${sampleLine(1)}\n\n${headerLines()}`);
	t.false(existsSync(`${path}.lock`));
});

test('the default log of another memtop is left to it', async t => {
	const folder = temporaryFolder(t);
	await recordElsewhere(t, join(folder, 'memory.log'));
	const {log, read} = openTestLog(t, {folder});
	log.write(headerEntry());
	t.is(log.status().path, join(folder, 'memory-4242.log'));
	t.regex(log.status().notice ?? '', /^recording to memory-4242\.log: .*another memtop is recording/);
	t.is(read(), headerLines() + sampleLine(1));
});

test('the lock is the one other programs see', t => {
	const {folder, log} = openTestLog(t);
	const path = join(folder, 'memory.log');
	t.is(spawnSync('flock', ['-n', path, 'true']).status, 1);
	log.close();
	t.is(spawnSync('flock', ['-n', path, 'true']).status, 0);
});

test('two logs of the same process keep apart', t => {
	const {folder} = openTestLog(t);
	const {log} = openTestLog(t, {folder});
	t.is(log.status().path, join(folder, 'memory-4242.log'));
});

const ended = spawnSync('true').pid;

const without = (startTime: Locking['startTime']): Locking => ({flock: () => 'unsupported', startTime});

/** Opens a log beside a lock file of that content on a system without `flock`. */
const openBeside = (t: ExecutionContext, content: string | undefined, startTime: Locking['startTime']) => {
	const folder = temporaryFolder(t);
	const path = join(folder, 'x.log');
	if (content !== undefined) writeFileSync(`${path}.lock`, content);
	const open = () => openLog({path, folder, pid: 1, guard: false, locking: without(startTime)});
	return {open, lock: `${path}.lock`};
};

const testFree = test.macro((t, content: string | undefined, startTime: Locking['startTime']) => {
	const {open, lock} = openBeside(t, content, startTime);
	const log = open();
	t.is(readFileSync(lock, 'utf8'), `${process.pid} ${startTime(process.pid) ?? '-'}\n`);
	t.throws(open, {message: taken});
	log.close();
	t.false(existsSync(lock));
});

const testTaken = test.macro((t, content: string, startTime: Locking['startTime']) => {
	const {open, lock} = openBeside(t, content, startTime);
	t.throws(open, {message: taken});
	t.is(readFileSync(lock, 'utf8'), content);
});

const unknown = () => undefined;

test('no lock file', testFree, undefined, unknown);
test('no lock file, start times known', testFree, undefined, () => 17.5);
test('lock file of a dead process', testFree, `${ended} 17.5\n`, unknown);
test('lock file of a pid that is another process now', testFree, `${process.ppid} 16\n`, () => 17.5);
test('lock file of a living process', testTaken, `${process.ppid} -\n`, unknown);
test('lock file of a living process with its start time', testTaken, `${process.ppid} 17.5\n`, () => 17.5);
test('lock file that is none of ours', testTaken, 'dear diary\n', unknown);
test('lock file that is empty', testTaken, '', unknown);

test('lock file that stayed empty', t => {
	const {open, lock} = openBeside(t, '', unknown);
	utimesSync(lock, new Date(0), Date.now() / 1000 - 60);
	t.teardown(open().close);
	t.is(readFileSync(lock, 'utf8'), `${process.pid} -\n`);
});

const testStart = test.macro((t, change: number) => {
	const started = systemLocking.startTime(process.ppid) ?? 0;
	const {open, lock} = openBeside(t, `${process.ppid} ${started + change}\n`, systemLocking.startTime);
	if (change === 0) t.throws(open, {message: taken});
	else t.teardown(open().close);
	t.is(readFileSync(lock, 'utf8').startsWith(`${process.ppid} `), change === 0);
});

if (process.platform === 'linux') {
	test('lock file of a living process with the start time of the system', testStart, 0);
	test('lock file of a pid whose start time in the system is another', testStart, -1);
	test('a process that is gone has no start time', t => {
		t.is(systemLocking.startTime(ended), undefined);
	});
}

test('a folder that takes no lock file', t => {
	const folder = temporaryFolder(t);
	const path = join(folder, `${'x'.repeat(251)}.log`);
	const open = () => openLog({path: path.slice(0, -1), folder, pid: 1, locking: without(unknown)});
	t.throws(open, {instanceOf: LogError, message: /^expected a log that can be used, got too long a name: /});
});

test('the lock of this system', t => {
	const {folder} = openTestLog(t);
	const path = join(folder, 'memory.log');
	t.throws(() => openLog({path, folder, pid: 1, locking: systemLocking}), {message: taken});
});
