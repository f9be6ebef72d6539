import test, {type ExecutionContext} from 'ava';
import {showMemtop} from '../helpers/memtop.ts';
import {startTarget} from '../helpers/target.ts';

test('the screen has both charts, the table, the recording and the keys', async t => {
	const {pid} = await startTarget(t);
	const {rows, shows} = await showMemtop(t, ['-p', pid]);
	await shows('1 samples');
	const [header = '', upperTitle = ''] = rows();
	t.regex(header, new RegExp(`^ memtop {2}node · pid ${pid} · up \\d+s .* ● REC memory\\.log · \\d+ samples · [\\d.]+ `));
	t.regex(upperTitle, /^┌ In use · RSS ─.* [\d,]+ B .* [\d.]+ MiB ┐┌ Memory ─+┐$/);
	t.regex(rows().join('\n'), /^┌ System · VIRT ─+ .* [\d.]+ [MG]iB ┐│/m);
	t.regex(rows().join('\n'), /│ now +[\d.]+ MiB +[\d.]+ [MG]iB │/);
	t.regex(rows().at(-1) ?? '', /^ r record {2}g gnuplot {2}space freeze .* q quit/);
});

/** Each size is drawn from edge to edge, and nothing of it stays behind on the next. */
const fits = async (t: ExecutionContext, [columns, rows]: readonly [number, number], expected: RegExp) => {
	const {pid} = await startTarget(t);
	const memtop = await showMemtop(t, ['-p', pid, '-d', 0.2], {columns, rows});
	await memtop.shows(expected);
	t.is(memtop.rows().length, rows);
	memtop.type('q');
	t.is(await memtop.exited(), 0);
};
