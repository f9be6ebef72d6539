import test from 'ava';
import type {Action} from '../../../src/app/action.ts';
import type {State} from '../../../src/app/state.ts';
import {textOf} from '../../../src/view/cells.ts';
import {chartPanel} from '../../../src/view/chart-panel.ts';
import {unicodeGlyphs} from '../../../src/view/glyphs.ts';
import {meaningLine} from '../../../src/view/meaning-line.ts';
import {tableWidths} from '../../../src/view/table/cell.ts';
import {table} from '../../../src/view/table/table.ts';
import {goSource, plainSource} from '../../fixtures/source.ts';
import {sixSamples} from '../../fixtures/viewed.ts';
import {after, openedState, sampledAt, watchedState} from '../../fixtures/watch.ts';

const rowsOf = (state: State, width: number = tableWidths.wide, height = 30): readonly string[] =>
	textOf(table(state, {height, width, glyphs: unicodeGlyphs}));

/** The row that begins with a label, its columns apart. */
const rowOf = (state: State, label: string, width?: number): readonly string[] =>
	(rowsOf(state, width).find(row => row.startsWith(label)) ?? '').split(/ {2,}/);

/** Rows: a label, and what stands behind it. */
const testRow = test.macro((t, label: string, expected: readonly string[]) => {
	t.deepEqual(rowOf(watchedState(), label), [label, ...expected]);
});

test('now', testRow, 'now', ['47.7 MiB', '122 MiB']);
test('min', testRow, 'min', ['40.0 MiB', '90.0 MiB']);
test('max', testRow, 'max', ['48.0 MiB', '122 MiB']);
test('mean', testRow, 'mean', ['44.0 MiB', '102 MiB']);
test('bytes', testRow, 'VIRT', ['1.25 GiB', '1.25 GiB']);
test('percent', testRow, 'CPU', ['12.3 %', '12.3 %']);
test('count', testRow, 'threads', ['17', '17']);
test('rate', testRow, 'minor faults', ['1,193/s', '1,234/s']);
test('not read', testRow, 'swap', ['–', '–']);
test('without a peak of its own', testRow, 'RSS peak', ['98.0 MiB']);

test('change per minute', t => {
	const steady = after(
		openedState(),
		...Array.from({length: 60}, (_, second) =>
			sampledAt(second, {'go.alloc': 1024 * second, 'go.sys': 2 ** 30}),
		),
	);
	t.deepEqual(rowOf(steady, 'per minute'), ['per minute', '+60.0 KiB', '+0 B']);
});

/** Rows: a state, and what the table says of what is in sight. */
const testSight = test.macro((t, state: State, expected: readonly string[]) => {
	t.deepEqual(
		rowsOf(state)
			.filter(row => row.includes('in sight'))
			.map(row => row.replaceAll(/ +/g, ' ')),
		expected,
	);
});

const oldest: Action = {type: 'wentTo', place: 'oldest'};
const zoom: Action = {type: 'zoomed', by: -1};
const on: Action = {type: 'cursorMoved', by: 10};
const inSight = ['min in sight 40.0 MiB 90.0 MiB', 'max in sight 48.0 MiB 106 MiB'];

test('in sight, of a part that was gone to', testSight, after(watchedState(), oldest, zoom), inSight);
test('in sight, of all of a log', testSight, sixSamples(), []);
test('in sight, of a part of a log', testSight, after(sixSamples(), zoom), [
	'min in sight 6.38 MiB 26.6 MiB',
	'max in sight 8.72 MiB 26.6 MiB',
]);
test(
	'while a watch goes on, nothing is said of what is in sight',
	testSight,
	after(watchedState(), zoom),
	[],
);

test('a log of three columns has no more in its table than these', t => {
	const state: State = {...sixSamples(), source: {...plainSource, metrics: plainSource.metrics.slice(0, 2)}};
	t.deepEqual(
		rowsOf(state)
			.filter(row => row !== '')
			.map(row => row.split('  ')[0]),
		['', 'last', 'min', 'max', 'mean', 'per minute'],
	);
});

test('the change is that at the cursor, in table and title', t => {
	const state = after(watchedState(), oldest, ...Array.from({length: 3}, () => on));
	const title = textOf(chartPanel(state, 0, {width: 90, height: 8, glyphs: unicodeGlyphs}))[0] ?? '';
	const [, change = ''] = rowOf(state, 'per minute');
	t.regex(change, /^[+-]/);
	t.true(title.includes(`${change}/min`), title);
	t.not(change, rowOf(watchedState(), 'per minute')[1]);
});

test('every metric is in the table, in the order of the source', t => {
	const rows = rowsOf(watchedState()).slice(8);
	const others = goSource.metrics.filter(({id}) => id !== goSource.inUse && id !== goSource.system);
	t.deepEqual(
		rows.slice(0, others.length).map(row => row.slice(0, 12).trim()),
		others.map(({label}) => label),
	);
});

test('the narrow table has the main figures one under the other', t => {
	t.deepEqual(rowsOf(watchedState(), tableWidths.narrow).slice(0, 7), [
		'In use          47.7 MiB',
		'  max           48.0 MiB',
		'  per minute    -694 KiB',
		'System           122 MiB',
		'  max            122 MiB',
		'  per minute   +20.3 MiB',
		'RSS             97.9 MiB',
	]);
});

test('before the first sample there is no number', t => {
	t.deepEqual(rowOf(openedState(), 'now'), ['now', '–', '–']);
	t.deepEqual(rowOf(openedState(), 'per minute'), ['per minute', '–', '–']);
});

test('a frozen table stays as it is', t => {
	const frozen = after(watchedState(), {type: 'freezeToggled'});
	const before = rowsOf(frozen);
	t.deepEqual(rowsOf(after(frozen, sampledAt(120, {'go.alloc': 1, 'os.rss': 9e9, 'os.cpu': 99}))), before);
});

test('a number is never cut', t => {
	const busy = after(
		openedState(),
		sampledAt(0, {'os.minor_faults': 1_234_567, 'os.threads': 32_768, 'os.cpu': 12_800, 'os.virt': 2 ** 47}),
	);
	t.regex(rowsOf(busy).find(row => row.startsWith('minor')) ?? '', / 1\.23 M\/s +1\.23 M\/s$/);
	t.deepEqual(rowOf(busy, 'threads'), ['threads', '32,768', '32,768']);
	t.deepEqual(rowOf(busy, 'CPU'), ['CPU', '12800.0 %', '12800.0 %']);
	t.deepEqual(rowOf(busy, 'VIRT'), ['VIRT', '128 TiB', '128 TiB']);
});

test('a low table has its first rows', t => {
	t.deepEqual(rowsOf(watchedState(), tableWidths.wide, 3), rowsOf(watchedState()).slice(0, 3));
});

const withParts = {...goSource, parts: ['go.alloc', 'os.virt', 'os.swap'], held: ['os.virt', 'os.swap']};

test('of the parts that a source names, the ones a process has', t => {
	const labels = (state: State): readonly string[] => {
		const rows = rowsOf(state).map(row => row.slice(0, 13).trim());
		return rows.slice(rows.indexOf('system is') + 1, rows.indexOf('process')).filter(label => label !== '');
	};
	t.deepEqual(labels(openedState(withParts)), ['Go Alloc', 'VIRT', 'swap']);
	t.deepEqual(labels(after(openedState(withParts), sampledAt(0, {'go.alloc': 1, 'os.virt': 2}))), [
		'Go Alloc',
		'VIRT',
	]);
});

test('what is held is the sum of those that it has', t => {
	const state = after(openedState(withParts), sampledAt(0, {'go.alloc': 1, 'os.virt': 2048, 'os.rss': 4096}));
	const line = meaningLine(state, {width: 80, glyphs: unicodeGlyphs});
	t.is(line?.map(({text}) => text).join(''), ' held: 2.00 KiB free in the heap');
});
