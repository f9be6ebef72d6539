import test from 'ava';
import type {Landmark} from '../../../src/model/landmark.ts';
import {timeAxis} from '../../../src/view/chart/columns.ts';
import {landmarkCells} from '../../../src/view/chart/landmarks.ts';

// Ten cells of a second each, from 100 up to 110.
const axis = timeAxis({end: 109.9, window: 10, cells: 10, across: 2});

const at = (time: number, type: Landmark['type'] = 'mark', text: string = type): Landmark => ({
	type,
	time,
	text,
});
const gap = (time: number, until: number): Landmark => ({type: 'gap', time, until, text: ''});

const cellsOf = (landmarks: readonly Landmark[], until?: number) =>
	landmarkCells(landmarks, {axis, across: 2, until});

/** Rows: landmarks, and the cells of those that are drawn as a line, with their texts. */
const testLines = test.macro(
	(t, landmarks: readonly Landmark[], expected: readonly (readonly [number, string])[]) => {
		t.deepEqual(
			cellsOf(landmarks).lines.map(({cell, landmark}) => [cell, landmark.text]),
			expected.map(row => [...row]),
		);
	},
);

test('none', testLines, [], []);
test(
	'each in its cell',
	testLines,
	[at(100), at(104.5, 'step'), at(109.99)],
	[
		[0, 'mark'],
		[4, 'step'],
		[9, 'mark'],
	],
);
test('those off the chart are not drawn', testLines, [at(99.9), at(110)], []);
test('of a cell, the mark', testLines, [at(103.1, 'switch'), at(103.2), at(103.3, 'step')], [[3, 'mark']]);
test(
	'of two marks, the first',
	testLines,
	[at(103.1, 'mark', 'one'), at(103.2, 'mark', 'two')],
	[[3, 'one']],
);
test('a gap is no line', testLines, [gap(103, 105)], []);

/** Rows: landmarks, the cells that are empty because of a gap, and those that only hold one. */
const testGaps = test.macro(
	(t, landmarks: readonly Landmark[], gaps: readonly number[], shortGaps: readonly number[]) => {
		const found = cellsOf(landmarks);
		t.deepEqual([found.gaps, found.shortGaps], [gaps, shortGaps]);
	},
);

test('cells that a gap fills', testGaps, [gap(102.5, 105.5)], [3, 4], []);
test('a gap within a cell', testGaps, [gap(102.2, 102.8)], [], [2]);
test('a gap over the edge of two cells', testGaps, [gap(102.6, 103.8)], [], [3]);
test('a gap from before the chart', testGaps, [gap(20, 102.5)], [0, 1], []);
test('a gap that goes on after it', testGaps, [gap(107.5, 900)], [8, 9], []);
test('a gap before the chart', testGaps, [gap(20, 50)], [], []);
test('a gap among marks before the chart', testGaps, [gap(20, 101.5), at(30), at(40)], [0], []);

test('what comes after a time is not drawn', t => {
	t.deepEqual(
		cellsOf([at(103), at(105)], 104).lines.map(({cell}) => cell),
		[3],
	);
});

test('ten thousand landmarks are one line a cell', t => {
	const many = Array.from({length: 10_000}, (_, index) => at(95 + index / 500));
	t.deepEqual(
		cellsOf(many).lines.map(({cell}) => cell),
		[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
	);
});

test('of very many, only as many are looked at as there are cells', t => {
	let looks = 0;
	const many = Array.from({length: 10_000}, (_, index) => ({
		...at(95 + index / 500),
		get time() {
			looks += 1;
			return 95 + index / 500;
		},
	}));
	cellsOf(many);
	t.true(looks < 10 * 100, `${looks}`);
});
