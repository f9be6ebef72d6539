import test, {type ExecutionContext} from 'ava';
import {showMemtop, startMemtop} from '../helpers/memtop.ts';
import {startTarget} from '../helpers/target.ts';

test('the screen has both charts, the table, the recording and the keys', async t => {
	const {pid} = await startTarget(t);
	const {rows} = await showMemtop(t, ['--source', 'os', '-p', pid]);
	const [header = ''] = rows();
	t.regex(header, new RegExp(`^ memtop .* pid ${pid} · up \\d+`));
	t.regex(header, /● REC memory\.log · \d+ samples? · [\d.]+ (B|KiB) · [\d.]+ [KM]iB\/day$/);
	const screen = rows().join('\n');
	t.regex(screen, /┌ In use · RSS ─.* [\d,]+ B .* [\d.]+ MiB ┐┌ Memory ─+ every 1s ┐/);
	t.regex(screen, /┌ System · VIRT ─.* [\d.]+ [MG]iB ┐/);
	t.regex(screen, /│ now +[\d.]+ MiB +[\d.]+ [MG]iB │/);
	t.regex(rows().at(-1) ?? '', / r record .* g gnuplot .* q quit/);
});

test('numbers, letters and frames have the colours of what they show', async t => {
	const {pid} = await startTarget(t);
	const {rows, cells} = await showMemtop(t, ['--source', 'os', '-p', pid]);
	const title = cells(1);
	const colourAt = (text: string) => title[rows()[1]?.indexOf(text) ?? -1]?.colour;
	t.is(colourAt('In use'), colourAt('RSS'));
	t.not(colourAt('In use'), colourAt('┌'));
	t.true(title[rows()[1]?.search(/[\d.]+ MiB ┐/) ?? -1]?.isBold);
});

const sizes = {
	wide: {columns: 300, rows: 100, expected: /In use · RSS.*Memory.*parent.*System · VIRT/su},
	narrow: {columns: 60, rows: 15, expected: /In use · RSS.*System · VIRT.*now.*record/su},
	tiny: {columns: 20, rows: 5, expected: /^ node .*REC\n in use +[\d.]+ MiB\n system +[\d.]+ [MG]iB/su},
	'one line': {columns: 19, rows: 4, expected: /^[\d.]+ MiB\/[\d.]+ [MG]iB\n+$/su},
};

/** The screen shows what there is room for, in as many rows as there are. */
const fits = async (t: ExecutionContext, size: (typeof sizes)[keyof typeof sizes]) => {
	const {pid} = await startTarget(t);
	const memtop = startMemtop(t, ['--source', 'os', '-p', pid, '-d', 0.2], size);
	await memtop.shows(size.expected);
	memtop.type('q');
	t.is(await memtop.exited(), 0);
};

for (const [name, size] of Object.entries(sizes)) test(`a screen of ${name} size`, fits, size);

test('a screen that is resized is drawn anew, with nothing left over', async t => {
	const {pid} = await startTarget(t);
	const memtop = await showMemtop(t, ['--source', 'os', '-p', pid, '-d', 0.2]);
	for (const {columns, rows, expected} of [...Object.values(sizes), sizes.wide, sizes.tiny, sizes.narrow]) {
		memtop.resize(columns, rows);
		await memtop.shows(expected);
	}
	t.is(memtop.rows().filter(row => row.includes('record')).length, 1);
	memtop.type('q');
	t.is(await memtop.exited(), 0);
});
