import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import {assertMade, cli, environmentOf, folderWith, plot} from './plot-in-folder.ts';

const testFullDisk = (
	t: ExecutionContext,
	args: readonly string[],
	message: string,
	made: readonly string[],
) => {
	const folder = folderWith();
	const {status, stderr} = spawnSync(process.execPath, [...cli, 'plot', ...args], {
		cwd: folder,
		env: environmentOf(folder),
		stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
	});
	t.deepEqual([status, stderr.toString()], [1, `memtop: ${message}\n`]);
	assertMade(t, folder, made);
};

test(
	'a picture for a full disk',
	testFullDisk,
	['-o', '-'],
	'expected to write the picture to standard output, got a full disk',
	[],
);
test(
	'its name for a full disk',
	testFullDisk,
	['-o', 'x.svg'],
	"expected to write the picture's name to standard output, got a full disk",
	['x.svg'],
);

test('a reader who stops early ends it quietly', async t => {
	const folder = folderWith();
	const child = spawn(process.execPath, [...cli, 'plot', '-o', '-', '--size', '3000x2000'], {
		cwd: folder,
		env: environmentOf(folder),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let said = '';
	child.stderr.on('data', text => {
		said += text;
	});
	child.stdout.once('data', () => child.stdout.destroy());
	t.deepEqual(await once(child, 'close'), [0, null]);
	t.is(said, '');
	assertMade(t, folder, []);
});

test('a reader who is slow gets all of it', t => {
	const folder = folderWith();
	const command = '"$@" plot -o - --size 3000x2000 | { sleep 2; cat; }';
	const {stdout} = spawnSync('sh', ['-c', command, 'sh', process.execPath, ...cli], {
		cwd: folder,
		env: environmentOf(folder),
	});
	t.is(stdout.subarray(-8, -4).toString(), 'IEND');
});

test('a name that is too long', t => {
	const folder = folderWith();
	const name = `${'a'.repeat(252)}.png`;
	const {status, stderr} = plot(folder, ['-o', name]);
	const message = `expected a picture to replace, or nothing, got too long a name: ${name}`;
	t.deepEqual([status, stderr], [1, `memtop: ${message}\n`]);
	assertMade(t, folder, []);
});

/** A gnuplot that does not answer and takes no heed of SIGTERM; how memtop ends while it asks. */
const testUnanswered = async (t: ExecutionContext, signal: NodeJS.Signals, status: number) => {
	const folder = folderWith();
	mkdirSync(join(folder, 'bin'));
	const pid = join(folder, 'bin/pid');
	const text = `#!/bin/sh\ntrap '' TERM\necho $$ > '${pid}.part' && mv '${pid}.part' '${pid}'\nsleep 600 & wait\nsleep 600\n`;
	writeFileSync(join(folder, 'bin/gnuplot'), text);
	chmodSync(join(folder, 'bin/gnuplot'), 0o755);
	const child = spawn(process.execPath, [...cli, 'plot', '-o', 'x.png'], {
		cwd: folder,
		env: environmentOf(folder),
	});
	while (!existsSync(pid)) await sleep(10);
	child.kill(signal);
	t.deepEqual(await once(child, 'exit'), [status, null]);
	const state = spawnSync('ps', ['-o', 'stat=', '-g', readFileSync(pid, 'utf8').trim()]).stdout.toString();
	// What is left of a process until it is waited for is no more than its entry.
	t.deepEqual(
		state.split('\n').filter(line => line !== '' && !line.startsWith('Z')),
		[],
	);
	assertMade(t, folder, []);
};

test('SIGTERM while gnuplot is asked', testUnanswered, 'SIGTERM', 143);
test('C-c while gnuplot is asked', testUnanswered, 'SIGINT', 130);
