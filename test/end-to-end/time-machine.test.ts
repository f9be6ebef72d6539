import test, {type ExecutionContext} from 'ava';
import {type ScreenMemtop, showMemtop} from '../helpers/memtop.ts';
import {keys} from '../helpers/pseudo-terminal.ts';
import {logText, notes, sampleCount, sampleRows} from '../helpers/recorded.ts';
import {startTarget} from '../helpers/target.ts';

// As a terminal sends them.
const [left, right, home, end, pageUp] = ['\u001b[D', '\u001b[C', '\u001b[H', '\u001b[F', '\u001b[5~'];
const [shiftLeft, shiftRight] = ['\u001b[1;2D', '\u001b[1;2C'];

/** A memtop that has taken so many samples, ten each second. */
const watchIdle = async (t: ExecutionContext, samples: number): Promise<ScreenMemtop> => {
	const {pid} = await startTarget(t);
	const memtop = await showMemtop(t, ['--source', 'os', '-p', pid, '-d', 0.1]);
	await memtop.waitUntil(() => sampleCount(memtop.folder) >= samples, `${samples} samples`);
	return memtop;
};

/** The seconds of the time at which the table says the cursor is. */
const cursorSeconds = ({rows}: ScreenMemtop): number => {
	const [, minutes, seconds] = /at \d\d:(\d\d):(\d\d\.\d+)/.exec(rows().join('\n')) ?? [];
	return Number(minutes) * 60 + Number(seconds);
};

test('a cursor shows a sample of the log, and a mark set there is in the log and can be jumped to', async t => {
	const memtop = await watchIdle(t, 10);
	memtop.type(left);
	memtop.type(left);
	await memtop.shows('at cursor');
	memtop.type('k');
	await memtop.shows('Enter mark');
	memtop.type('deploy v2q');
	await memtop.shows('deploy v2q');
	memtop.type(keys.backspace);
	memtop.type(keys.enter);
	await memtop.shows(/marked \d\d:\d\d:\d\d/);
	const [mark] = notes(logText(memtop.folder), 'mark');
	t.is(mark?.text, 'deploy v2');
	t.true(sampleRows(logText(memtop.folder)).some(({time}) => time === mark?.time));
	memtop.type(keys.escape);
	await memtop.waitUntil(() => !memtop.rows().join().includes('at cursor'), 'the cursor to go');
	memtop.type('n');
	await memtop.shows(/mark \d\d:\d\d:\d\d · deploy v2/);
	await memtop.shows('at cursor');
});

test('the arrows move the cursor from sample to sample, with shift ten times as far', async t => {
	const memtop = await watchIdle(t, 25);
	memtop.type(left);
	await memtop.shows(/at \d\d:\d\d:\d\d\.\d/);
	let before = cursorSeconds(memtop);
	const moves = async (key: string, condition: (by: number) => boolean) => {
		memtop.type(key);
		// Across a full hour it is less by that.
		const by = () => ((cursorSeconds(memtop) - before + 5400) % 3600) - 1800;
		await memtop.waitUntil(() => condition(by()), 'the cursor to move');
		before = cursorSeconds(memtop);
	};
	await moves(left, by => by < -0.05 && by > -0.35);
	await moves(shiftLeft, by => by < -0.35 && by > -1.5);
	await moves(right, by => by > 0.05 && by < 0.35);
	await moves(shiftRight, by => by > 0.35 && by < 1.5);
	t.pass();
});

test('the charts are moved back, stay there, and follow again', async t => {
	const memtop = await watchIdle(t, 25);
	const follows = () => / now│/.test(memtop.rows().join('\n'));
	memtop.type('++');
	await memtop.shows(' -2s ');
	for (const key of [pageUp, home]) {
		memtop.type(key);
		await memtop.waitUntil(() => !follows(), 'the charts to stay');
		memtop.type(end);
		await memtop.waitUntil(follows, 'the charts to follow');
	}
	memtop.type('-');
	await memtop.shows(' -5s ');
	t.pass();
});

test('a mark while nothing is recorded is not in the log, and the gap is a place to go to', async t => {
	const memtop = await watchIdle(t, 5);
	memtop.type('r');
	await memtop.shows('○ off');
	const up = () => Number(/up (\d+)s/.exec(memtop.rows()[0] ?? '')?.[1]);
	const before = up();
	await memtop.waitUntil(() => up() >= before + 2, 'some samples to pass');
	memtop.type('k');
	await memtop.shows('Enter mark');
	memtop.type(keys.enter);
	await memtop.shows('nothing is recorded: the mark is only on the screen');
	memtop.type('r');
	await memtop.shows('● REC');
	memtop.type('N');
	await memtop.shows(/mark \d\d:\d\d:\d\d/);
	memtop.type('N');
	await memtop.shows(/gap of .* switched off/);
	t.is(notes(logText(memtop.folder), 'mark').length, 0);
});
