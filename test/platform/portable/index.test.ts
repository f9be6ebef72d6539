import {readFileSync} from 'node:fs';
import test from 'ava';
import {createPortablePlatform} from '../../../src/platform/portable/index.ts';
import {TargetError, TargetGoneError} from '../../../src/target/errors.ts';
import {startNode, until} from '../../helpers/child.ts';

const run = async (program: string, args: readonly string[]): Promise<string> => {
	if (program !== 'ps') throw new Error(`no ${program} here`);
	return args.includes('vsz=') ? ' 4000\n' : `${process.pid} ada 8 01:00 node\n 42 ada 8 01:00 /bin/zsh\n`;
};

const macOs = createPortablePlatform({system: 'darwin', run});

test('the list leaves memtop out', async t => {
	t.deepEqual(
		(await macOs.list()).map(({pid, name}) => [pid, name]),
		[[42, 'zsh']],
	);
});

test('a pid in the list', async t => {
	const {startTime, ...target} = await macOs.identify(42);
	t.deepEqual(target, {pid: 42, name: 'zsh', user: 'ada', command: '/bin/zsh'});
	t.true(Math.abs((startTime ?? 0) - (Date.now() / 1000 - 60)) < 5);
});

test('a pid that is not in the list', async t => {
	await t.throwsAsync(macOs.identify(43), {
		instanceOf: TargetError,
		message: 'expected a process with pid 43, found none',
	});
});

test('no list at all', async t => {
	const windows = createPortablePlatform({system: 'win32', run});
	await t.throwsAsync(windows.list(), {
		instanceOf: TargetError,
		message: 'expected a list of processes from win32, got "no tasklist here"',
	});
});

test('a real process by pidusage, until it ends', async t => {
	const child = await startNode(t, 'console.log("ready"); process.stdin.resume()');
	const watched = await macOs.openProcess({pid: child.pid, name: 'node'});
	const {rss, virt, isOld} = watched.memory();
	t.is(virt, 4000 * 1024);
	t.false(isOld);
	t.true(Math.abs(Number(rss) - residentBytes(child.pid)) < 0.25 * Number(rss));
	t.is((await watched.usage()).parent, process.pid);
	await child.end();
	await until(() => hasEnded(watched.memory));
	t.throws(watched.memory, {instanceOf: TargetGoneError});
	watched.close();
});

const residentBytes = (pid: number): number =>
	Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;

const hasEnded = (read: () => unknown): boolean => {
	try {
		read();
		return false;
	} catch (error) {
		return error instanceof TargetGoneError;
	}
};
