import test from 'ava';
import type {Action} from '../../../src/app/action.ts';
import type {State} from '../../../src/app/state.ts';
import {textOf} from '../../../src/view/cells.ts';
import {chart, gutter} from '../../../src/view/chart/chart.ts';
import {unicodeGlyphs} from '../../../src/view/glyphs.ts';
import {styleIndex} from '../../../src/view/style.ts';
import {sixSamples} from '../../fixtures/viewed.ts';
import {after, curveState, firstTime, mebibyte, sampledAt} from '../../fixtures/watch.ts';
import {axisLabelsOf, dotsOf} from './dots.ts';

const rows = 12;
const widths = [2, 3, 19, 28, 60, 159];

const cellsOf = (state: State, width: number, index: 0 | 1 = 0) =>
	chart(state, index, {width: width + gutter, height: rows, glyphs: unicodeGlyphs, hasTimeLabels: false});

const litIn = (state: State, width: number, index: 0 | 1 = 0) =>
	dotsOf(cellsOf(state, width, index), {left: gutter, rows});

const oldest: Action = {type: 'wentTo', place: 'oldest'};
const zoom: Action = {type: 'zoomed', by: -1};
const left: Action = {type: 'cursorMoved', by: -1};

/** Rows: what keys make of a log of six samples; the line begins in the first column and ends in the last. */
const testWhole = test.macro((t, keys: readonly Action[]) => {
	for (const width of widths) {
		const lit = litIn(after(sixSamples(), ...keys), width);
		t.true((lit[0]?.length ?? 0) > 0, `the first of ${width} cells`);
		t.true((lit.at(-1)?.length ?? 0) > 0, `the last of ${width} cells`);
	}
});

test('all of a log has its first and its last sample', testWhole, []);
test('all of a log from its oldest', testWhole, [oldest]);
test('the oldest of a log, zoomed into', testWhole, [oldest, zoom, zoom]);
test('a moment between two samples', testWhole, [oldest, ...Array.from({length: 8}, () => zoom)]);
test('the newest of a log, zoomed into', testWhole, [zoom, zoom, zoom]);
test('back from the newest, zoomed into', testWhole, [zoom, zoom, {type: 'panned', by: -0.5}]);

test('the cursor is drawn on the first sample and on the last', t => {
	for (const width of widths) {
		const cells = cellsOf(after(sixSamples(), oldest), width);
		t.is(cells.styles[gutter], styleIndex.cursor, `${width}`);
		const last = cellsOf(after(sixSamples(), left), width);
		t.is(last.styles[gutter + width - 1], styleIndex.cursor, `${width}`);
	}
});

test('while a watch goes on, the cursor is drawn wherever it is in sight', t => {
	const watch = curveState(Array.from({length: 600}, () => mebibyte));
	for (const width of widths) {
		for (let second = 299; second < 600; second += 1) {
			const cursor = firstTime + second;
			const {styles} = cellsOf({...watch, view: {...watch.view, cursor}}, width);
			t.true(styles.includes(styleIndex.cursor), `${second} s in ${width} cells`);
		}
	}
});

/** Two samples a minute apart, and twenty seconds between them in sight. */
const between = (...before: readonly Action[]): State => {
	const state = after(
		curveState([100 * mebibyte]),
		...before,
		sampledAt(60, {'os.rss': 400 * mebibyte, 'os.virt': 400 * mebibyte}),
	);
	return {...state, view: {...state.view, window: 20, edge: firstTime + 40}};
};

test('a line goes through a window without a sample, on the scale of what is drawn', t => {
	const cells = cellsOf(between(), 40, 1);
	const lit = dotsOf(cells, {left: gutter, rows});
	t.true(lit.every(({length}) => length > 0));
	t.true((lit[0]?.[0] ?? 99) < (lit.at(-1)?.[0] ?? 0));
	const labels = axisLabelsOf(cells).map(({bytes}) => bytes / mebibyte);
	t.true((labels[0] ?? 0) <= 350 && (labels.at(-1) ?? 0) >= 150, labels.join());
});

test('no line where the curve is broken', t => {
	t.is(litIn(between({type: 'broken'}), 40).flat().length, 0);
});

test('a line ends at the newest sample, and begins at the oldest', t => {
	const state = curveState([100 * mebibyte]);
	const alone = {...state, view: {...state.view, window: 20, edge: firstTime + 40}};
	t.is(litIn(alone, 40).flat().length, 0);
	t.is(textOf(cellsOf(alone, 40)).length, rows);
});
