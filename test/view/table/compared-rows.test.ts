import test from 'ava';
import type {State} from '../../../src/app/state.ts';
import {textOf} from '../../../src/view/cells.ts';
import {unicodeGlyphs} from '../../../src/view/glyphs.ts';
import {tableWidths} from '../../../src/view/table/cell.ts';
import {table} from '../../../src/view/table/table.ts';
import {goSource, plainSource} from '../../fixtures/source.ts';
import {comparedState, withCursor} from '../../fixtures/viewed.ts';
import {after, firstTime, mebibyte, openedState, sampledAt} from '../../fixtures/watch.ts';

const rowsOf = (state: State, width: number = tableWidths.wide): readonly string[] =>
	textOf(table(state, {height: 13, width, glyphs: unicodeGlyphs}));

/** Two recordings of a sample each, the second of it ten seconds later and by another source. */
const pair = (align: 'start' | 'clock', seconds?: number): State => {
	const state = after(
		openedState(),
		sampledAt(0, {'go.alloc': 4 * mebibyte, 'go.sys': 9 * mebibyte, 'os.rss': 7 * mebibyte}),
	);
	const {history} = after(
		openedState(plainSource),
		sampledAt(10, {'os.rss': 5 * mebibyte, 'os.virt': 6 * mebibyte}),
	);
	const cursor = seconds === undefined ? {} : {cursor: firstTime + seconds};
	return {
		...state,
		other: {path: 'b.log', name: 'b', source: plainSource, history},
		view: {...state.view, align, ...cursor},
	};
};

test('A, B, and what B has more', t => {
	t.deepEqual(rowsOf(pair('start')).slice(0, 7), [
		'                  In use     System',
		'A               4.00 MiB   9.00 MiB',
		'B               5.00 MiB   6.00 MiB',
		'B − A          +1.00 MiB  -3.00 MiB',
		'',
		'                       A      B − A',
		'RSS             7.00 MiB  -2.00 MiB',
	]);
});

test('the figures of each, where there is room', t => {
	const rows = textOf(table(pair('start'), {height: 40, width: tableWidths.wide, glyphs: unicodeGlyphs}));
	t.deepEqual(rows.slice(4, 12), [
		'',
		'min A           4.00 MiB   9.00 MiB',
		'    B           5.00 MiB   6.00 MiB',
		'max A           4.00 MiB   9.00 MiB',
		'    B           5.00 MiB   6.00 MiB',
		'mean A          4.00 MiB   9.00 MiB',
		'     B          5.00 MiB   6.00 MiB',
		'',
	]);
	const low = textOf(table(pair('start'), {height: 12, width: tableWidths.wide, glyphs: unicodeGlyphs}));
	t.deepEqual([low[6]?.slice(0, 3), low[9]?.slice(0, 5)], ['RSS', 'min A']);
});

test('one under the other', t => {
	t.deepEqual(rowsOf(pair('start'), tableWidths.narrow).slice(0, 8), [
		'In use A        4.00 MiB',
		'       B        5.00 MiB',
		'  B − A        +1.00 MiB',
		'System A        9.00 MiB',
		'       B        6.00 MiB',
		'  B − A        -3.00 MiB',
		'                   B − A',
		'RSS            -2.00 MiB',
	]);
});

test('at the cursor, by their starts', t => {
	t.is(rowsOf(pair('start', 0))[3], 'B − A          +1.00 MiB  -3.00 MiB');
});

test('at the cursor, by the clock, the second has nothing yet', t => {
	t.deepEqual(rowsOf(pair('clock', 0)).slice(1, 4), [
		'A               4.00 MiB   9.00 MiB',
		'B                      –          –',
		'B − A                  –          –',
	]);
});

test('the metrics that both have', t => {
	const labels = rowsOf(withCursor(comparedState(), 500))
		.slice(6)
		.map(row => row.slice(0, 13).trim());
	const others = goSource.metrics.filter(({id}) => !id.startsWith('go.') && id !== 'os.swap');
	t.deepEqual(
		labels.filter(label => label !== ''),
		others.map(({label}) => label),
	);
});
