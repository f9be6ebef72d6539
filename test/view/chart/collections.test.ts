import test, {type ExecutionContext} from 'ava';
import type {State} from '../../../src/app/state.ts';
import type {SourceInfo} from '../../../src/model/source-info.ts';
import {textOf} from '../../../src/view/cells.ts';
import {axisOf} from '../../../src/view/chart/chart.ts';
import {collectionCells} from '../../../src/view/chart/collections.ts';
import {chartPanel} from '../../../src/view/chart-panel.ts';
import {asciiGlyphs, unicodeGlyphs} from '../../../src/view/glyphs.ts';
import {goSource} from '../../fixtures/source.ts';
import {after, openedState, sampledAt} from '../../fixtures/watch.ts';

const counted = {...goSource, collections: ['go.minor', 'go.major'], fullCollections: ['go.major']};

/** A watch, shown second by second in ten cells, in which these many minor and major collections were counted. */
const watched = (counts: readonly (readonly [minor: number, major: number] | undefined)[]): State => {
	const state = after(
		openedState(counted),
		...counts.map((count, second) =>
			sampledAt(second, {
				'go.alloc': 1,
				'go.sys': 2,
				...(count && {'go.minor': count[0], 'go.major': count[1]}),
			}),
		),
	);
	return {...state, view: {...state.view, window: 9}};
};

/** Rows: the counts of ten seconds, and the seconds in which the chart has a mark. */
const testMarks = (
	t: ExecutionContext,
	counts: readonly (readonly [minor: number, major: number] | undefined)[],
	expected: readonly number[] | undefined,
) => {
	const state = watched(counts);
	t.deepEqual(
		collectionCells(state, {axis: axisOf(state, 10, unicodeGlyphs), across: 2})?.any,
		expected?.map(second => second + 10 - counts.length),
	);
};

const row = (...counts: readonly number[]): readonly (readonly [number, number])[] =>
	counts.map(count => [count, 0] as const);

test('where a count grew', testMarks, row(5, 5, 6, 6, 6, 9, 9, 9, 9, 10), [2, 5, 9]);
test('the first count is not growth', testMarks, row(7, 7, 7), []);
test(
	'either count',
	testMarks,
	[
		[1, 1],
		[2, 1],
		[2, 1],
		[2, 2],
	],
	[1, 3],
);
test(
	'both at once are one mark',
	testMarks,
	[
		[1, 1],
		[2, 2],
		[2, 2],
	],
	[1],
);
test('a tick without a count', testMarks, [[1, 0], undefined, [2, 0], [2, 0]], [2]);
test('a count that fell', testMarks, row(5, 2, 2, 3), [3]);
test('not counted', testMarks, [undefined, undefined], undefined);

test('growth since before the left edge is seen in its first cell', t => {
	const state = watched(row(1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2));
	t.deepEqual(collectionCells(state, {axis: axisOf(state, 10, unicodeGlyphs), across: 2})?.any, [0]);
});

const counts = [...row(1, 1, 2, 2, 2, 2), [2, 1], [2, 1], [3, 1], [3, 1]] as const;

const borderOf = (glyphs: typeof unicodeGlyphs, index: 0 | 1, change: Partial<SourceInfo> = {}): string => {
	const state = watched(counts);
	const changed = {...state, source: {...state.source, ...change}};
	return textOf(chartPanel(changed, index, {width: 23, height: 8, glyphs})).at(-1) ?? '';
};

test('marks stand in the border below the chart, with what they are', t => {
	t.is(borderOf(unicodeGlyphs, 0), '└┴ GC ┻ full──┴───┻─┴─┘');
	t.is(borderOf(asciiGlyphs, 0), '++ GC # full--+---#-+-+');
	t.is(borderOf(unicodeGlyphs, 0, {fullCollections: []}), '└┴ GC ────────┴───┴─┴─┘');
	t.is(borderOf(unicodeGlyphs, 1), '└─────────────────────┘');
});
