import test, {type ExecutionContext} from 'ava';
import {type ScreenMemtop, showMemtop} from '../helpers/memtop.ts';
import {keys} from '../helpers/pseudo-terminal.ts';
import {logText, notes, sampleCount} from '../helpers/recorded.ts';
import {startTarget} from '../helpers/target.ts';

/** A memtop that takes ten samples a second of an idle process. */
const watchIdle = async (t: ExecutionContext): Promise<ScreenMemtop> => {
	const {pid} = await startTarget(t);
	return showMemtop(t, ['--source', 'os', '-p', pid, '-d', 0.1]);
};

/** Waits until the screen has counted on by so many seconds. */
const secondsPass = async ({rows, waitUntil}: ScreenMemtop, seconds: number) => {
	const up = () => Number(/up (\d+)s/.exec(rows()[0] ?? '')?.[1]);
	const before = up();
	await waitUntil(() => up() >= before + seconds, `${seconds} seconds to pass`);
};

const samplesPass = async ({folder, waitUntil}: ScreenMemtop, count: number) => {
	const before = sampleCount(folder);
	await waitUntil(() => sampleCount(folder) >= before + count, `${count} samples in the log`);
};

test('r switches the recording off and on, with the curve cut in between', async t => {
	const memtop = await watchIdle(t);
	await samplesPass(memtop, 3);
	memtop.type('r');
	await memtop.shows('○ off');
	const before = logText(memtop.folder);
	await secondsPass(memtop, 2);
	t.is(logText(memtop.folder), before);
	memtop.type('r');
	await memtop.shows('● REC');
	await samplesPass(memtop, 3);
	const after = logText(memtop.folder);
	t.true(after.startsWith(before));
	t.is(notes(after, 'gap').length, 1);
	t.regex(after, / NaN\n# gap .*\n\n\d/);
});

test('space freezes the view while the recording goes on', async t => {
	const memtop = await watchIdle(t);
	memtop.type(' ');
	await memtop.shows('FROZEN');
	const before = memtop.rows().slice(1);
	await samplesPass(memtop, 15);
	t.deepEqual(memtop.rows().slice(1), before);
	memtop.type(' ');
	await memtop.waitUntil(() => !memtop.rows().join().includes('FROZEN'), 'the view to go on');
	await memtop.shows(/ now│/);
});

test('+, - and 0 change the time across the charts', async t => {
	const memtop = await watchIdle(t);
	await memtop.shows(' -10s ');
	for (const [key, label] of [
		['+', '-5s'],
		['=', '-2s'],
		['-', '-5s'],
		['-', '-10s'],
		['0', '-10s'],
	] as const) {
		memtop.type(key);
		await memtop.shows(` ${label} `);
	}
	t.pass();
});

test('Tab selects the chart that the exact number stands in, m the metric that is drawn in it', async t => {
	const memtop = await watchIdle(t);
	await memtop.shows(/┌ In use · RSS ─+ [\d,]+ B /);
	memtop.type(keys.tab);
	await memtop.shows(/┌ System · VIRT ─+ [\d,]+ B /);
	memtop.type('m');
	await memtop.shows(/┌ swap ─+ 0 B/);
	memtop.type(keys.tab);
	memtop.type('m');
	await memtop.shows(/┌ VIRT ─+ [\d,]+ B /);
	t.pass();
});

test('z lets the axes begin at zero', async t => {
	const memtop = await watchIdle(t);
	const zeros = () => memtop.rows().filter(row => row.includes(' 0 B ┤')).length;
	t.is(zeros(), 0);
	memtop.type('z');
	await memtop.waitUntil(() => zeros() === 2, 'both axes to begin at zero');
	memtop.type('z');
	await memtop.waitUntil(() => zeros() === 0, 'both axes to fit again');
});

test('? and h show the help, which Esc, q and the same keys close', async t => {
	const memtop = await watchIdle(t);
	for (const [open, close] of [
		['?', '?'],
		['h', 'h'],
		['?', keys.escape],
		['?', 'q'],
	] as const) {
		memtop.type(open);
		await memtop.shows('┌ Help ');
		await memtop.shows('switch the recording on and off');
		memtop.type(close);
		await memtop.waitUntil(() => !memtop.rows().join().includes('Help'), 'the help to close');
	}
	t.pass();
});

test('help that is taller than the screen is scrolled', async t => {
	const memtop = await watchIdle(t);
	memtop.resize(80, 20);
	memtop.type('?');
	await memtop.shows('│ r ');
	for (let line = 0; line < 3; line += 1) memtop.type(keys.down);
	await memtop.shows(/4–\d+ of/);
	t.false(memtop.rows().join('\n').includes('│ r '));
	for (let line = 0; line < 3; line += 1) memtop.type(keys.up);
	await memtop.shows('│ r ');
});

test('< and > change the interval, on the screen and in the log', async t => {
	const memtop = await watchIdle(t);
	memtop.type('>');
	await memtop.shows('a sample every 0.2 s');
	memtop.type('<');
	await memtop.shows('a sample every 0.1 s');
	await samplesPass(memtop, 2);
	const intervals = logText(memtop.folder).match(/"interval":[\d.]+/g);
	t.deepEqual(intervals, ['"interval":0.1', '"interval":0.2', '"interval":0.1']);
	t.is(logText(memtop.folder).match(/"continues":true/g)?.length, 2);
});

test('C-l sends the whole screen again', async t => {
	const memtop = await watchIdle(t);
	const frames = () => memtop.output().split('gnuplot').length - 1;
	const before = frames();
	await samplesPass(memtop, 5);
	t.is(frames(), before);
	memtop.type(keys.control('l'));
	await memtop.waitUntil(() => frames() === before + 1, 'the key line to be sent again');
});
