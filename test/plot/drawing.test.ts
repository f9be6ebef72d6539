import {spawnSync} from 'node:child_process';
import {
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import {drawPicture} from '../../src/plot/drawing.ts';
import {fakeGnuplot, isRunning, pidOf} from './fake-gnuplot.ts';
import {assertDrawn} from './pixels.ts';
import {pictureOf, waves} from './recording.ts';
import {newFolder} from './run-gnuplot.ts';
import {textsOf} from './xml.ts';

const picture = pictureOf(waves(2000), 60);
const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');

const assertCleared = (t: ExecutionContext, folder: string) =>
	t.false(existsSync(readFileSync(join(folder, 'where'), 'utf8')));

test('a PNG where it is wanted, and nothing else', async t => {
	const output = join(newFolder(), "it's `here`.png");
	t.deepEqual(await drawPicture({picture, output, display: false}).done, {kind: 'file', path: output});
	t.deepEqual(readdirSync(dirname(output)), [basename(output)]);
	assertDrawn(t, readFileSync(output), [picture, 'In use']);
});

test('an older picture is replaced', async t => {
	const output = join(newFolder(), 'memory.png');
	writeFileSync(output, pngSignature);
	t.deepEqual(await drawPicture({picture, output, display: false}).done, {kind: 'file', path: output});
	assertDrawn(t, readFileSync(output), [picture, 'In use']);
});

test('a file that is no picture is kept', async t => {
	const output = join(newFolder(), 'memory.png');
	writeFileSync(output, 'a log');
	const outcome = await drawPicture({picture, output, display: false}).done;
	const path = join(dirname(output), 'memory-2.png');
	t.deepEqual(outcome, {kind: 'file', path, note: 'memory.png is no picture of memtop and is kept'});
	t.is(readFileSync(output, 'utf8'), 'a log');
	assertDrawn(t, readFileSync(path), [picture, 'In use']);
});

test('a private folder where nothing is wanted', async t => {
	const outcome = await drawPicture({picture, display: false}).done;
	const path = outcome.kind === 'file' ? outcome.path : '';
	t.is(lstatSync(dirname(path)).mode & 0o777, 0o700);
	assertDrawn(t, readFileSync(path), [picture, 'In use']);
	rmSync(dirname(path), {recursive: true});
});

const testElsewhere = async (t: ExecutionContext, place: (folder: string) => string) => {
	const output = place(newFolder());
	const outcome = await drawPicture({picture, output, display: false}).done;
	if (outcome.kind !== 'file') return t.fail(outcome.kind);
	t.true(outcome.note?.startsWith(`cannot write ${output}: `), outcome.note);
	t.is(lstatSync(dirname(outcome.path)).mode & 0o777, 0o700);
	assertDrawn(t, readFileSync(outcome.path), [picture, 'In use']);
	rmSync(dirname(outcome.path), {recursive: true});
};

test('a private folder where the wanted one cannot be written', testElsewhere, () => '/proc/memory.png');
test('or is missing', testElsewhere, folder => join(folder, 'missing', 'memory.png'));
test('or a folder has its name', testElsewhere, folder => {
	mkdirSync(join(folder, 'memory.png'));
	return join(folder, 'memory.png');
});
test('or a link, which is not followed', testElsewhere, folder => {
	symlinkSync(join(folder, 'victim'), join(folder, 'memory.png'));
	return join(folder, 'memory.png');
});

const testSvg = async (t: ExecutionContext, program: string, note: RegExp) => {
	const output = join(newFolder(), 'memory.png');
	const outcome = await drawPicture({picture, output, display: true, program}).done;
	if (outcome.kind !== 'file') return t.fail(outcome.kind);
	t.is(outcome.path, join(dirname(output), 'memory.svg'));
	t.regex(outcome.note ?? '', note);
	t.true(textsOf(readFileSync(outcome.path, 'utf8')).includes(picture.heading));
};

test(
	'without gnuplot an SVG, and how to install it',
	testSvg,
	'/missing/gnuplot',
	/apt-get install gnuplot-nox/,
);
test('a gnuplot without PNG', testSvg, fakeGnuplot('dumb svg', 'exit 1').program, /draws no PNG/);

const testFailed = async (t: ExecutionContext, body: string, message: RegExp) => {
	const {program, folder} = fakeGnuplot('pngcairo', body);
	const output = join(newFolder(), 'memory.png');
	const outcome = await drawPicture({picture, output, display: false, program, patience: 1500}).done;
	t.regex(outcome.kind === 'failed' ? outcome.message : outcome.kind, message);
	t.deepEqual(readdirSync(dirname(output)), []);
	t.false(isRunning(await pidOf(folder)));
	assertCleared(t, folder);
};

test('a failure has its message', testFailed, 'echo "line 1: bad luck" >&2; exit 1', /^line 1: bad luck$/);
test('or its status', testFailed, 'exit 3', /^gnuplot ended with status 3$/);
test('or its signal', testFailed, 'kill -9 $$', /^gnuplot ended with SIGKILL$/);
test(
	'one that makes no progress is ended',
	testFailed,
	'sleep 600',
	/^gnuplot made no progress for 1.5 s and was ended$/,
);
test('one that makes no file has failed', testFailed, 'exit 0', /^gnuplot made no picture$/);
test(
	'one that floods its words is ended',
	testFailed,
	'yes "bad luck" >&2',
	/^gnuplot said more than 1 MiB and was ended: /,
);
test('its words are cleaned', testFailed, 'printf "\\033[2Jbad" >&2; exit 1', /^\?\[2Jbad$/);

test('one that does not answer at all', async t => {
	const folder = newFolder();
	writeFileSync(join(folder, 'gnuplot'), '#!/bin/sh\necho nonsense >&2\n', {mode: 0o755});
	const outcome = await drawPicture({picture, display: false, program: join(folder, 'gnuplot')}).done;
	t.deepEqual(outcome, {kind: 'failed', message: 'nonsense'});
});

test('a busy one is left alone until it is cancelled', async t => {
	const {program, folder} = fakeGnuplot('pngcairo', 'while :; do :; done');
	const drawing = drawPicture({picture, display: false, program, patience: 1000});
	const pid = await pidOf(folder);
	t.is(await Promise.race([drawing.done, sleep(2500, 'busy')]), 'busy');
	drawing.cancel();
	t.deepEqual(await drawing.done, {kind: 'cancelled'});
	t.false(isRunning(pid));
	assertCleared(t, folder);
});

test('a cancelled one is killed at once', async t => {
	const {program, folder} = fakeGnuplot('pngcairo', 'while :; do :; done');
	const drawing = drawPicture({picture, display: false, program});
	const pid = await pidOf(folder);
	await sleep(200);
	drawing.cancel();
	// Nothing of this process runs until it has ended: the signal went out within the call.
	t.is(spawnSync('sh', ['-c', endedWithin, 'sh', String(pid)]).status, 0);
	await drawing.done;
});

// A zombie has ended: only its parent, which waits for this shell, can clear it away.
const endedWithin =
	'for i in $(seq 100); do grep -qs "^State:.[^Z]" /proc/$1/status || exit 0; sleep 0.05; done; exit 1';

test('cancelled before it has begun', async t => {
	const drawing = drawPicture({picture, display: false});
	drawing.cancel();
	t.deepEqual(await drawing.done, {kind: 'cancelled'});
});
