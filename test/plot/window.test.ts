import {readdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import {drawPicture, type Outcome} from '../../src/plot/drawing.ts';
import {fakeGnuplot, isRunning, pidOf} from './fake-gnuplot.ts';
import {assertDrawn} from './pixels.ts';
import {pictureOf, waves} from './recording.ts';
import {newFolder} from './run-gnuplot.ts';

const picture = pictureOf(waves(2000), 60);

const opened = "echo 'memtop: the window is up' >&2";

test('a window that is up is left alone, and has its data for as long as it is', async t => {
	const {program, folder} = fakeGnuplot('qt pngcairo', `${opened}; sleep 600`);
	const drawing = drawPicture({picture, display: true, program, patience: 1000});
	t.deepEqual(await drawing.done, {kind: 'window'});
	const pid = await pidOf(folder);
	drawing.cancel();
	await sleep(1500);
	t.true(isRunning(pid));
	process.kill(-pid, 'SIGKILL');
	t.deepEqual(readdirSync(whereOf(folder)).sort(), ['errors.txt', 'picture.dat', 'picture.gp']);
	rmSync(whereOf(folder), {recursive: true});
});

// A window's script clears its folder away when it ends; what stands in for gnuplot here does not.
const whereOf = (folder: string): string => readFileSync(join(folder, 'where'), 'utf8');

test('a window that was closed at once was a window', async t => {
	const {program, folder} = fakeGnuplot('wxt pngcairo', opened);
	t.deepEqual(await drawPicture({picture, display: true, program}).done, {kind: 'window'});
	rmSync(whereOf(folder), {recursive: true});
});

const testNoWindow = async (t: ExecutionContext, body: string, note: RegExp) => {
	const attempt = `if grep -q '^set terminal \\(qt\\|x11\\) ' picture.gp; then ${body}; fi; exec gnuplot "$@"`;
	const {program} = fakeGnuplot('qt x11 pngcairo', attempt);
	const output = join(newFolder(), 'memory.png');
	const outcome = await drawPicture({picture, output, display: true, program, patience: 1500}).done;
	t.regex(outcome.kind === 'file' ? (outcome.note ?? '') : outcome.kind, note);
	assertDrawn(t, readFileSync(output), [picture, 'In use']);
};

test(
	'a window that fails is a PNG, with the reason',
	testNoWindow,
	'echo oh no >&2; exit 1',
	/^no window: oh no$/,
);
test(
	'one that hangs before it is up is ended',
	testNoWindow,
	'echo could not connect to display >&2; sleep 600',
	/^no window: gnuplot opened no window for 1.5 s and was ended: could not connect to display$/,
);
test(
	'one that says it is up and then that it has no display',
	testNoWindow,
	`${opened}; echo "gnuplot: unable to open display ''" >&2; exit 0`,
	/^no window: gnuplot: unable to open display ''$/,
);
test(
	'one that says so and stays',
	testNoWindow,
	`${opened}; echo "gnuplot: unable to open display ''" >&2; sleep 600`,
	/^no window: gnuplot: unable to open display ''$/,
);
test('one that ends without a word', testNoWindow, 'exit 0', /^no window: gnuplot ended with status 0$/);

test('the second window terminal when the first fails', async t => {
	const {program, folder} = fakeGnuplot(
		'qt x11',
		`grep -q 'terminal qt' picture.gp && exit 1; ${opened}; sleep 600`,
	);
	const outcome: Outcome = await drawPicture({picture, display: true, program}).done;
	process.kill(-(await pidOf(folder)), 'SIGKILL');
	t.deepEqual(outcome, {kind: 'window'});
	rmSync(whereOf(folder), {recursive: true});
});

test('a window cancelled before it is up', async t => {
	const {program, folder} = fakeGnuplot('qt pngcairo', 'sleep 600');
	const drawing = drawPicture({picture, display: true, program, patience: 60_000});
	const pid = await pidOf(folder);
	drawing.cancel();
	t.deepEqual(await drawing.done, {kind: 'cancelled'});
	t.false(isRunning(pid));
});
