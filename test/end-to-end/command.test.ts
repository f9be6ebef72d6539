import {readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {until} from '../helpers/child.ts';
import {type ScreenMemtop, showMemtop, startMemtop} from '../helpers/memtop.ts';
import {createFolder} from '../helpers/proc-root.ts';
import {keys} from '../helpers/pseudo-terminal.ts';
import {logText, notes, sampleCount} from '../helpers/recorded.ts';

/** Starts a shell script under memtop; the test ends it by the pid it prints first. */
const startScript = async (t: ExecutionContext, script: string): Promise<ScreenMemtop & {child: number}> => {
	const memtop = await showMemtop(t, ['-d', 0.1, '--', 'sh', '-c', `echo $$; ${script}`]);
	await until(() => /^\d+\n/.test(outputOf(memtop)));
	const child = Number.parseInt(outputOf(memtop), 10);
	t.teardown(() => isAlive(child) && process.kill(-child, 'SIGKILL'));
	return {...memtop, child};
};

const outputOf = ({folder}: {folder: string}, name = 'sh'): string => {
	try {
		return readFileSync(join(folder, `memtop-${name}.out`), 'utf8');
	} catch {
		return '';
	}
};

const isAlive = (pid: number): boolean => {
	try {
		return !/^State:\sZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
	} catch {
		return false;
	}
};

const lasting = 'while :; do sleep 0.1; done';

test('a command is watched from its first sample, its output beside the log', async t => {
	const memtop = await startScript(t, `echo out; echo error >&2; read line || echo no input; ${lasting}`);
	await memtop.shows('output in memtop-sh.out');
	t.regex(memtop.rows()[0] ?? '', new RegExp(`sh · pid ${memtop.child} `));
	await until(() => outputOf(memtop).endsWith('no input\n'));
	t.is(outputOf(memtop), `${memtop.child}\nout\nerror\nno input\n`);
	t.regex(logText(memtop.folder), new RegExp(`^# memtop 1 {"pid":${memtop.child},"name":"sh"`));
});

test('q asks, Esc goes back, l leaves the command running', async t => {
	const memtop = await startScript(t, lasting);
	memtop.type('q');
	await memtop.shows(`sh (pid ${memtop.child}) still runs:  l leave it running  e end it  Esc back`);
	memtop.type(keys.escape);
	await memtop.shows('q quit');
	memtop.type('q');
	await memtop.shows('leave it running');
	memtop.type('l');
	t.is(await memtop.exited(), 0);
	t.true(isAlive(memtop.child));
	t.true(
		memtop.rows().includes(`memtop: sh (pid ${memtop.child}) goes on; its output goes to memtop-sh.out`),
	);
});

test('e ends the command and all that it started', async t => {
	const memtop = await startScript(t, 'sleep 1000 & echo $!; sleep 1000');
	await until(() => outputOf(memtop).split('\n').length === 3);
	const other = Number(outputOf(memtop).split('\n')[1]);
	t.true(isAlive(other));
	memtop.type('q');
	await memtop.shows('end it');
	memtop.type('e');
	t.is(await memtop.exited(), 0);
	t.false(isAlive(memtop.child));
	t.false(isAlive(other));
	t.false(memtop.rows().join('\n').includes('goes on'));
});

test('a command that does not mind SIGTERM is killed', async t => {
	const memtop = await startScript(t, `trap 'echo asked' TERM; ${lasting}`);
	memtop.type('q');
	await memtop.shows('end it');
	memtop.type('e');
	await memtop.shows('sh is to end, SIGKILL after 5 s');
	t.is(await memtop.exited(), 0);
	t.true(outputOf(memtop).includes('asked'));
	t.false(isAlive(memtop.child));
});

test('a command that has ended is on the screen with its status, and q leaves with 0', async t => {
	const memtop = await startScript(t, 'sleep 1; exit 3');
	await memtop.shows(/sh · pid \d+ · ended \d\d:\d\d:\d\d with status 3 after [\d.]+s watched/);
	t.is(notes(logText(memtop.folder), 'end')[0]?.reason, 'target ended');
	memtop.type('q');
	t.is(await memtop.exited(), 0);
});

test('a signal that ended it is on the screen too', async t => {
	const memtop = await startScript(t, 'sleep 0.5; kill -KILL $$');
	await memtop.shows(/ended \d\d:\d\d:\d\d by SIGKILL after/);
	t.pass();
});

/** Ends memtop by a signal: the command stays, and its pid is told. */
const stays = async (t: ExecutionContext, signal: NodeJS.Signals, status: number) => {
	const memtop = await startScript(t, lasting);
	memtop.signal(signal);
	t.is(await memtop.exited(), status);
	t.true(isAlive(memtop.child));
	t.true(
		memtop.rows().includes(`memtop: sh (pid ${memtop.child}) goes on; its output goes to memtop-sh.out`),
	);
	t.false(memtop.isAlternate());
};

test('the command survives SIGTERM', stays, 'SIGTERM', 143);
test('the command survives SIGINT', stays, 'SIGINT', 130);
test('the command survives SIGHUP', stays, 'SIGHUP', 129);

test('the command survives its terminal', async t => {
	const memtop = await startScript(t, lasting);
	memtop.hangUp();
	t.is(await memtop.exited(), 129);
	t.true(isAlive(memtop.child));
});

test('C-c asks, and again leaves the command running, which no key has reached', async t => {
	const memtop = await startScript(t, `trap 'echo INT' INT; ${lasting}`);
	memtop.type(keys.control('c'));
	await memtop.shows('leave it running');
	memtop.type(keys.control('c'));
	t.is(await memtop.exited(), 0);
	t.true(isAlive(memtop.child));
	t.is(outputOf(memtop), `${memtop.child}\n`);
});

test('the question is on the smallest screens', async t => {
	const memtop = await startScript(t, lasting);
	memtop.resize(40, 8);
	await memtop.waitUntil(() => !memtop.rows().join().includes('q quit'), 'numbers only');
	memtop.type('q');
	await memtop.shows(/l leave it running {2}e end it/);
	memtop.type('l');
	t.is(await memtop.exited(), 0);
});

test('a command that ends at once', async t => {
	const memtop = startMemtop(t, ['--', 'sh', '-c', 'echo reason; exit 9']);
	await memtop.shows(/ended .*with status 9/);
	if (memtop.isAlternate()) memtop.type('q');
	t.is(await memtop.exited(), 0);
	t.is(outputOf(memtop), 'reason\n');
});

/** Rows: a command, files in the folder, and what memtop says instead of starting it. */
const refuses = async (t: ExecutionContext, command: readonly string[], expected: RegExp) => {
	const folder = createFolder(t, {'plain.txt': 'no program'});
	writeFileSync(join(folder, 'aim'), '');
	symlinkSync(join(folder, 'aim'), join(folder, 'memtop-sleep.out'));
	const memtop = startMemtop(t, ['--', ...command], {folder});
	t.is(await memtop.exited(), 1);
	t.regex(memtop.output(), expected);
	t.false(memtop.output().includes('\u001b'));
	t.is(readFileSync(join(folder, 'aim'), 'utf8'), '');
};

test(
	'no such program',
	refuses,
	['no-such-program'],
	/^memtop: expected a command that can be started, got "no-such-program": there is no such program\r\n$/,
);
test(
	'no program at all',
	refuses,
	['./plain.txt'],
	/^memtop: expected a command .*: it may not be executed\r\n$/,
);
test(
	'an output file that is a link',
	refuses,
	['sleep', '1000'],
	/^memtop: expected a file for the output .*, got a symbolic link: memtop-sleep\.out\r\n$/,
);

test('samples go on while the question is open', async t => {
	const memtop = await startScript(t, lasting);
	memtop.type('q');
	await memtop.shows('end it');
	const before = sampleCount(memtop.folder);
	await memtop.waitUntil(() => sampleCount(memtop.folder) > before + 3, 'samples');
	t.pass();
});
