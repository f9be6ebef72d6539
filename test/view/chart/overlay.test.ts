import test from 'ava';
import type {State} from '../../../src/app/state.ts';
import type {Landmark} from '../../../src/model/landmark.ts';
import {type Cells, textOf} from '../../../src/view/cells.ts';
import {chart, gutter} from '../../../src/view/chart/chart.ts';
import {unicodeGlyphs} from '../../../src/view/glyphs.ts';
import {type Style, styleIndex} from '../../../src/view/style.ts';
import {curveState, firstTime, mebibyte} from '../../fixtures/watch.ts';

const down = 8;
const space = {width: 60 + gutter, height: down, glyphs: unicodeGlyphs, hasTimeLabels: false};

/** A flat curve of a minute, a cell a second. */
const stateWith = (landmarks: readonly Landmark[], cursor?: number): State => {
	const state = curveState(Array.from({length: 60}, () => 200 * mebibyte));
	state.history.landmarks.push(...landmarks);
	const at = cursor === undefined ? {} : {cursor: firstTime + cursor};
	return {...state, view: {...state.view, window: 59, ...at}};
};

const mark = (seconds: number, text: string): Landmark => ({type: 'mark', time: firstTime + seconds, text});

/** Cells of a chart that are drawn in a style, as columns of its plot area. */
const columnsIn = (cells: Cells, style: Style): readonly number[] => {
	const found = new Set<number>();
	cells.styles.forEach((number, index) => {
		if (number === styleIndex[style]) found.add((index % cells.width) - gutter);
	});
	return [...found].sort((one, other) => one - other);
};

const column = (cells: Cells, at: number): string =>
	textOf(cells)
		.map(line => line[gutter + at] ?? ' ')
		.join('');

for (const index of [0, 1] as const) {
	test(`the cursor is a line through chart ${index}, and the curve stays on it`, t => {
		const cells = chart(stateWith([], 20), index, space);
		t.deepEqual(columnsIn(cells, 'cursor'), [20]);
		t.regex(column(cells, 20), /^│*[⠀-⣿]│*$/);
	});
}

test('the cursor is seen inside of a band too, and so is a mark', t => {
	const values = Array.from({length: 6000}, (_, index) => (index % 2 === 0 ? 100 : 200) * mebibyte);
	const band = curveState(values, 0.01);
	band.history.landmarks.push(mark(40, 'deploy'));
	const state = {...band, view: {...band.view, window: 59, cursor: firstTime + 20}};
	const cells = chart(state, 1, space);
	t.regex(column(cells, 20), /│{4,}/);
	t.regex(column(cells, 40), /┊{4,}/);
	t.deepEqual(columnsIn(cells, 'cursor'), [20]);
});

test('a cursor off the chart is not drawn', t => {
	t.deepEqual(columnsIn(chart(stateWith([], 200), 0, space), 'cursor'), []);
});

test('a mark is a dotted line with its text beside it', t => {
	const cells = chart(stateWith([mark(20, 'deploy')]), 0, space);
	t.regex(column(cells, 20), /^┊*[⠀-⣿]┊*$/);
	t.is(textOf(cells)[0]?.slice(gutter + 20), '┊deploy');
	t.is(textOf(chart(stateWith([mark(20, 'deploy')]), 1, space))[0]?.slice(gutter + 20), '┊');
});

/** Rows: marks and a cursor in seconds, and the upper row of the chart from the first on. */
const testTexts = test.macro(
	(t, marks: readonly Landmark[], cursor: number | undefined, expected: string) => {
		const cells = chart(stateWith(marks, cursor), 0, space);
		t.is(textOf(cells)[0]?.slice(gutter + 20), expected);
	},
);

test('cut before the next', testTexts, [mark(20, 'deploy'), mark(25, 'b')], undefined, '┊dep…┊b');
test('left out where too little remains', testTexts, [mark(20, 'deploy'), mark(23, 'b')], undefined, '┊  ┊b');
test('cut before the cursor', testTexts, [mark(20, 'deploy')], 25, '┊dep…│');
test('cut at the end', testTexts, [mark(20, 'x'.repeat(80))], undefined, `┊${'x'.repeat(38)}…`);
test('without a text of its own', testTexts, [mark(20, '')], undefined, '┊mark');

test('where marks stand close together they are short', t => {
	const cells = chart(stateWith(Array.from({length: 40}, (_, index) => mark(index, 'x'))), 1, space);
	t.is(column(cells, 20).replace(/[⠀-⣿]/, '').trim(), '┊');
});

test('a gap is shaded, and a short one is marked at the bottom', t => {
	const gap = (from: number, until: number): Landmark => ({
		type: 'gap',
		time: firstTime + from,
		until: firstTime + until,
		text: '',
	});
	const cells = chart(stateWith([gap(10.2, 10.8), gap(20, 25)]), 1, space);
	t.deepEqual(columnsIn(cells, 'gap'), [21, 22, 23, 24]);
	t.is(column(cells, 10).at(-1), '×');
});
