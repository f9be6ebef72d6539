import {readFile} from 'node:fs/promises';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import test, {type ExecutionContext} from 'ava';
import {jvmSource} from '../../../src/sources/jvm/index.ts';
import {startChild, startNode, until} from '../../helpers/child.ts';
import {openAsOther} from '../open-as-other.ts';
import {compileJava} from './helpers/compile-java.ts';
import {startJava} from './helpers/java-target.ts';
import {
	openJvmFor,
	openWithout,
	probeFor,
	refusedBy,
	startJavaFor,
	type Without,
} from './helpers/open-jvm.ts';

const testEnd = async (t: ExecutionContext, without: Without | 'nothing') => {
	const java = await startJavaFor(t, ['-Xmx64m']);
	const probe =
		without === 'nothing'
			? await openJvmFor(t, java.target)
			: probeFor(t, await openWithout(t, java.target, without));
	t.true((probe.read().values['jvm.committed'] ?? 0) > 0);
	await java.end();
	const {values, lost, absent} = probe.read();
	t.deepEqual(values, {});
	t.is(lost, undefined);
	t.is(absent?.['jvm.used'], 'the process has ended');
	t.false((await refusedBy(java.target)).applies);
};

test('a process that has ended has no numbers, and is not lost', testEnd, 'nothing');
test('a process that has ended, by its file', testEnd, 'memory');
test('a process that has ended, by its file alone', testEnd, 'memory and maps');

/** A JVM whose process executes another program when it gets a line. */
const startExecuting = async (t: ExecutionContext) => {
	const script = fileURLToPath(new URL('programs/execute.py', import.meta.url));
	const child = startChild(t, 'python3', [script, compileJava()]);
	await child.line();
	return {target: {pid: child.pid, name: 'java'}, execute: () => child.send('execute')};
};

const testExecution = async (t: ExecutionContext, without: Without | 'nothing') => {
	const {target, execute} = await startExecuting(t);
	const probe =
		without === 'nothing' ? await openJvmFor(t, target) : probeFor(t, await openWithout(t, target, without));
	t.true((probe.read().values['jvm.committed'] ?? 0) > 0);
	execute();
	await until(() => probe.read().lost !== undefined);
	const {values, lost} = probe.read();
	t.deepEqual(values, {});
	t.is(lost, 'the process executed another program');
	t.deepEqual(await refusedBy(target), {refused: 'no JVM', applies: false});
};

test('a program that executes another one is lost', testExecution, 'nothing');
test('a program that executes another one is lost, by its file', testExecution, 'memory');

test('death at any moment leaves no exception', async t => {
	for (let delay = 0; delay < 10; delay += 1) {
		const java = await startJava(['-Xmx64m', '-XX:TieredStopAtLevel=1']);
		const opening = jvmSource.open(java.target);
		await setTimeout(delay);
		const ending = java.end();
		const opened = await opening;
		if (opened.refused === undefined) {
			opened.read();
			await ending;
			t.deepEqual(opened.read().values, {});
			t.is(await opened.outside?.(), undefined);
			opened.close();
		}
		await ending;
	}
	t.pass();
});

test('a JVM that has just been started is read as soon as it has counters', async t => {
	const child = startChild(t, 'java', ['-cp', compileJava(), 'Target']);
	const target = {pid: child.pid, name: 'java'};
	for (;;) {
		const opened = await jvmSource.open(target);
		if (opened.refused === undefined) {
			opened.close();
			break;
		}
		t.regex(opened.refused, /^(no JVM|it publishes no counters of its heap .*|its counters are not ready)$/);
	}
	t.is(await child.line(), 'ready');
});

const withoutCounters = {
	refused: 'it publishes no counters of its heap (no hsperfdata file)',
	applies: true,
	help: 'start it without -XX:-UsePerfData and -XX:+PerfDisableSharedMem',
};

const testWithoutCounters = async (t: ExecutionContext, option: string) => {
	const java = await startJavaFor(t, [option, '-Xmx64m']);
	t.deepEqual(await refusedBy(java.target), withoutCounters);
};

test('without counters', testWithoutCounters, '-XX:-UsePerfData');
test('with counters for itself', testWithoutCounters, '-XX:+PerfDisableSharedMem');

test('a process that runs no JVM', async t => {
	const {pid} = await startNode(t, 'console.log(1); setInterval(() => {}, 1000)');
	t.deepEqual(await refusedBy({pid, name: 'node'}), {refused: 'no JVM', applies: false});
});

test('another process by now', async t => {
	const java = await startJavaFor(t, ['-Xmx64m']);
	const {refused, applies} = await refusedBy({...java.target, startTime: 1});
	t.regex(refused, /has ended, and another has its pid/);
	t.false(applies);
});

// With a folder for temporary files of its own, in which only the program is from outside.
const contained = [
	...['unshare', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])],
	...['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c'],
	'mount --bind "$0" /mnt && mount -t tmpfs tmpfs /tmp && mkdir -p "$0" && mount --bind /mnt "$0" && exec "$@"',
];

const testContained = async (t: ExecutionContext, without: Without | 'nothing') => {
	const java = await startJavaFor(t, ['-Xmx64m'], [...contained, compileJava()]);
	const target = {pid: await childOf(java.target.pid), name: 'java'};
	const probe =
		without === 'nothing' ? await openJvmFor(t, target) : probeFor(t, await openWithout(t, target, without));
	t.is(probe.read().values['jvm.committed'], (await java.report()).committed);
};

test('a JVM in a container', testContained, 'nothing');
test('a JVM in a container, by its file', testContained, 'memory');
test('a JVM in a container, by its file alone', testContained, 'memory and maps');

const childOf = async (pid: number): Promise<number> => {
	return Number((await readFile(`/proc/${pid}/task/${pid}/children`, 'latin1')).trim());
};

test('a JVM of another user', async t => {
	const java = await startJavaFor(t, ['-Xmx64m']);
	const opened = await openAsOther('jvm', java.target.pid);
	if (process.getuid?.() === 0) {
		t.deepEqual(opened, {
			refused: 'another user runs it',
			applies: true,
			help: 'run memtop as that user or with sudo',
		});
	} else t.is(opened.refused, undefined);
});
