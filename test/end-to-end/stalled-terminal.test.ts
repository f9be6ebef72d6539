import {setTimeout} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import {type ScreenMemtop, showMemtop} from '../helpers/memtop.ts';
import {keys} from '../helpers/pseudo-terminal.ts';
import {logText, notes, sampleRows} from '../helpers/recorded.ts';
import {startTarget} from '../helpers/target.ts';

/** Stops reading a large screen, and has it drawn anew until the terminal takes no more. */
const stall = async (t: ExecutionContext): Promise<ScreenMemtop> => {
	const {pid} = await startTarget(t);
	const memtop = await showMemtop(t, ['--source', 'os', '-p', pid, '-d', 0.1], {columns: 300, rows: 100});
	memtop.pause();
	for (let frame = 0; frame < 10; frame += 1) {
		memtop.type(keys.control('l'));
		await setTimeout(100);
	}
	return memtop;
};

const lastTime = (memtop: ScreenMemtop): number =>
	sampleRows(logText(memtop.folder)).at(-1)?.time ?? Number.NaN;

test('a terminal that reads nothing for six seconds costs no sample', async t => {
	const memtop = await stall(t);
	const start = lastTime(memtop);
	await memtop.waitUntil(() => lastTime(memtop) > start + 6, 'samples of six seconds');
	memtop.resume();
	await memtop.shows('q quit');
	const times = sampleRows(logText(memtop.folder)).map(({time}) => time);
	const between = times.slice(1).map((time, index) => time - (times[index] ?? 0));
	t.true(Math.max(...between) < 1, `${Math.max(...between)} s without a sample`);
	t.true(times.filter(time => time > start && time <= start + 6).length > 50);
});

for (const [signal, status] of [
	['SIGTERM', 143],
	['SIGHUP', 129],
	['SIGINT', 130],
] as const) {
	test(`${signal} ends memtop while the terminal reads nothing`, async t => {
		const memtop = await stall(t);
		memtop.signal(signal);
		t.is(await memtop.exited(), status);
		t.is(notes(logText(memtop.folder), 'end')[0]?.reason, signal);
	});
}

test('a terminal that reads again shows what is so by then', async t => {
	const memtop = await stall(t);
	memtop.type('?');
	memtop.resume();
	await memtop.shows('switch the recording on and off');
	memtop.type('?');
	await memtop.shows(/In use · RSS.*q quit/s);
	t.is(memtop.rows().length, 100);
});
