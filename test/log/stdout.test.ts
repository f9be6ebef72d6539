import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {closeSync, openSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import test from 'ava';
import {type LogFiles, systemFiles} from '../../src/log/files.ts';
import {stdoutDestination} from '../../src/log/stdout.ts';
import {headerLines, sampleLine} from './helpers/entries.ts';
import {temporaryFolder} from './helpers/folder.ts';
import {systemError} from './helpers/small-disk.ts';

const parameters = ['--import=tsx', join(import.meta.dirname, 'fixtures/print-log.ts')];

const sampleLines = (count: number): string =>
	Array.from({length: count}, (_, index) => sampleLine(index + 1)).join('');

test('a recording goes to stdout', t => {
	const {stdout, stderr} = spawnSync(process.execPath, [...parameters, '2'], {encoding: 'utf8'});
	t.is(stdout, headerLines() + sampleLines(2));
	t.deepEqual(JSON.parse(stderr), {state: 'recording', path: '-', samples: 2, bytes: stdout.length, lost: 0});
});

test('more than a pipe holds goes to stdout', t => {
	const command = ['-c', '"$@" | cat', 'sh', process.execPath, ...parameters, '20000'];
	const {stdout} = spawnSync('sh', command, {encoding: 'utf8', maxBuffer: 1e7});
	t.true(stdout === headerLines() + sampleLines(20_000));
});

test('a reader that went away is told', async t => {
	const child = spawn(process.execPath, [...parameters, '20000'], {stdio: ['ignore', 'pipe', 'pipe']});
	child.stdout.destroy();
	const status = JSON.parse(await text(child.stderr));
	t.like(status, {state: 'failing', reason: 'stdout was closed', samples: 0, lost: 20_000});
	if (child.exitCode === null) await once(child, 'exit');
	t.is(child.exitCode, 0);
});

test('appended to a file it begins a further recording', t => {
	const path = join(temporaryFolder(t), 'x.log');
	writeFileSync(path, headerLines());
	const descriptor = openSync(path, 'a');
	spawnSync(process.execPath, [...parameters, '1'], {stdio: ['ignore', descriptor, 'ignore']});
	closeSync(descriptor);
	t.is(readFileSync(path, 'utf8'), `${headerLines()}\n\n${headerLines()}${sampleLine(1)}`);
});

/** A stdout whose next writes take that many bytes or fail with a code; `text` is what it took. */
const pipe = (...answers: readonly (number | string)[]) => {
	const left = [...answers];
	const taken: string[] = [];
	const write: LogFiles['write'] = (_, bytes) => {
		const answer = left.shift() ?? bytes.length;
		if (typeof answer === 'string') throw systemError(answer);
		taken.push(Buffer.from(bytes.subarray(0, answer)).toString());
		return Math.min(answer, bytes.length);
	};
	return {destination: stdoutDestination({...systemFiles, write}, 3), text: () => taken.join('')};
};

const full = new Array<string>(3).fill('EAGAIN');

test('the rest of a line follows when there is room', t => {
	const {destination, text: taken} = pipe(2, 'EAGAIN', 1, 'EAGAIN');
	destination.put(Buffer.from('abcdef\n'));
	t.is(taken(), 'abcdef\n');
});

test('a line that was begun is finished before the next', t => {
	const {destination, text: taken} = pipe(2, ...full);
	destination.put(Buffer.from('abcdef\n'));
	t.is(taken(), 'ab');
	destination.put(Buffer.from('next\n'));
	t.is(taken(), 'abcdef\nnext\n');
});

test('a line that was begun is finished by a flush', t => {
	const {destination, text: taken} = pipe(2, 'ENOSPC', 'ENOSPC');
	destination.put(Buffer.from('abcdef\n'));
	t.throws(destination.flush, {message: 'a full disk'});
	destination.flush();
	t.is(taken(), 'abcdef\n');
});

test('a line is not begun behind half a line', t => {
	const {destination, text: taken} = pipe(2, ...full, ...full);
	destination.put(Buffer.from('abcdef\n'));
	t.throws(() => destination.put(Buffer.from('next\n')), {message: 'nothing reads from stdout'});
	t.is(taken(), 'ab');
});

test('a line that nobody reads is not taken', t => {
	const {destination, text: taken} = pipe(...full);
	t.throws(() => destination.put(Buffer.from('abcdef\n')), {message: 'nothing reads from stdout'});
	t.is(taken(), '');
});

const testError = test.macro((t, code: string, message: string) => {
	const {destination} = pipe(code);
	t.throws(() => destination.put(Buffer.from('abcdef\n')), {message});
});

test('reader gone', testError, 'EPIPE', 'stdout was closed');
test('disk full', testError, 'ENOSPC', 'a full disk');
