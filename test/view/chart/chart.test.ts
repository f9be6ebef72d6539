import test from 'ava';
import type {Action} from '../../../src/app/action.ts';
import {windows} from '../../../src/app/ladder.ts';
import type {State} from '../../../src/app/state.ts';
import {type Cells, textOf} from '../../../src/view/cells.ts';
import {chart, gutter} from '../../../src/view/chart/chart.ts';
import {asciiGlyphs, unicodeGlyphs} from '../../../src/view/glyphs.ts';
import {styleIndex} from '../../../src/view/style.ts';
import {randomWalk} from '../../fixtures/random.ts';
import {comparedState, viewedState, withCursor} from '../../fixtures/viewed.ts';
import {
	after,
	curveState,
	firstTime,
	mebibyte,
	openedState,
	sampledAt,
	watchedState,
} from '../../fixtures/watch.ts';
import {axisLabelsOf, dotsOf} from './dots.ts';

const across = 97;
const down = 16;
const space = {width: across + gutter, height: down, glyphs: unicodeGlyphs, hasTimeLabels: false};

const withWindow = (state: State, window: number): State => ({...state, view: {...state.view, window}});

const drawn = (state: State, index: 0 | 1 = 1): readonly (readonly number[])[] =>
	dotsOf(chart(state, index, space), {left: gutter, rows: down});

/** Where a value lies on the axis that a chart shows, in dots from its lower end, with their fraction. */
const rowOn = (cells: Cells) => {
	const labels = axisLabelsOf(cells);
	const [high = Number.NaN, low = Number.NaN] = [labels[0]?.bytes, labels.at(-1)?.bytes];
	return (value: number): number => ((value - low) / (high - low)) * (down * 4 - 1);
};

/** The dot column in which a time lies: the newest time is in the last cell, and cells are aligned to the clock. */
const columnOn = (end: number, window: number) => {
	const cell = window / (across - 1);
	const left = (Math.floor(end / cell) - across + 1) * cell;
	return (time: number): number => Math.floor(((time - left) / cell) * 2);
};

/** Rows: the seed of a random walk, how many samples of it, seconds between them, and seconds across the chart. */
const testTruth = test.macro((t, seed: number, {length, interval, window}: Shape) => {
	const values = randomWalk({seed, length, start: 250 * mebibyte, step: 8 * mebibyte});
	const state = withWindow(curveState(values, interval), window);
	const columns = drawn(state);
	const row = rowOn(chart(state, 1, space));
	const column = columnOn(state.history.end, window);
	const places = values.map((value, index) => ({value, at: column(firstTime + index * interval)}));
	for (const [index, {value, at}] of places.entries()) {
		const lit = columns[at];
		if (!lit) continue;
		t.true(
			lit.some(dot => Math.abs(dot - row(value)) <= 1),
			`sample ${index}`,
		);
		const near = places.filter((_, other) => [-1, 0, 1].some(by => places[other + by]?.at === at));
		const rows = near.map(sample => row(sample.value));
		t.true(
			(lit[0] ?? 0) >= Math.min(...rows) - 1 && (lit.at(-1) ?? 0) <= Math.max(...rows) + 1,
			`sample ${index}`,
		);
	}
});

type Shape = {readonly length: number; readonly interval: number; readonly window: number};

test('many samples in a column', testTruth, 11, {length: 1000, interval: 0.1, window: 100.3});
test('about a sample in a column', testTruth, 12, {length: 400, interval: 1, window: 200.3});
test('many columns between samples', testTruth, 13, {length: 70, interval: 1, window: 60.3});
test('a part of the watch', testTruth, 14, {length: 600, interval: 1, window: 60.3});
test('a watch shorter than the chart', testTruth, 15, {length: 30, interval: 1, window: 300.3});

test('the filled chart has the same line, and is filled up to the cells that the line lies in', t => {
	const state = curveState(randomWalk({seed: 16, length: 300, start: 250 * mebibyte, step: 4 * mebibyte}));
	const line = drawn(state, 1);
	for (const [column, lit] of drawn(state, 0).entries()) {
		const own = line[column] ?? [];
		const cells = [own, line[column % 2 === 0 ? column + 1 : column - 1] ?? []].flat();
		const lined = new Set(cells.map(row => Math.floor(row / 4)));
		const fill = Array.from({length: own[0] ?? 0}, (_, row) => row).filter(
			row => !lined.has(Math.floor(row / 4)),
		);
		t.deepEqual(lit, [...fill, ...own]);
	}
});

test('a spike of one sample is at its full height at any zoom', t => {
	const values = Array.from({length: 3600}, (_, index) => (index === 3571 ? 512 : 128) * mebibyte);
	const state = curveState(values);
	for (const window of windows.filter(seconds => seconds >= 60)) {
		const zoomed = withWindow(state, window);
		const top = rowOn(chart(zoomed, 1, space))(512 * mebibyte);
		t.true(Math.max(...drawn(zoomed).flat()) >= top - 1, `${window} s`);
	}
});

test('labels stand in the row of their value', t => {
	const cells = chart(curveState(randomWalk({seed: 17, length: 99, start: 1e9, step: 3e7})), 1, space);
	const row = rowOn(cells);
	const labels = axisLabelsOf(cells);
	t.true(labels.length > 2);
	for (const {y, bytes} of labels) t.true(Math.abs(down - 1 - y - row(bytes) / 4) <= 1, `${bytes}`);
});

test('the newest sample is in the last cell', t => {
	for (const length of [1, 2, 59, 60, 61, 500]) {
		const columns = drawn(curveState(Array.from({length}, () => mebibyte)));
		t.true(columns.slice(-2).flat().length > 0, `${length}`);
	}
});

test('a gap is a gap', t => {
	const column = columnOn(firstTime + 50, 60.3);
	const dotsBetween = (...between: readonly Action[]): number => {
		const before = curveState(Array.from({length: 20}, () => 9 * mebibyte));
		const state = withWindow(after(before, ...between, sampledAt(50, {'os.virt': 9 * mebibyte})), 60.3);
		return drawn(state)
			.slice(column(firstTime + 20), column(firstTime + 49))
			.flat().length;
	};
	t.true(dotsBetween() > 50);
	t.is(dotsBetween({type: 'broken'}), 0);
});

test('freezing changes nothing that is drawn', t => {
	const state = curveState(randomWalk({seed: 18, length: 60, start: 250 * mebibyte, step: 8 * mebibyte}));
	t.deepEqual(textOf(chart(after(state, {type: 'freezeToggled'}), 1, space)), textOf(chart(state, 1, space)));
});

/** Rows: what comes after the freeze. */
const testFrozen = test.macro((t, seconds: number, value: number) => {
	const frozen = after(curveState([100, 200, 300].map(size => size * mebibyte)), {type: 'freezeToggled'});
	const before = textOf(chart(frozen, 1, space));
	const later = after(frozen, sampledAt(seconds, {'os.virt': value * mebibyte}));
	t.deepEqual(textOf(chart(later, 1, space)), before);
});

test('a frozen chart stays as it is when the watch goes on', testFrozen, 500, 200);
test('a frozen chart keeps its axis when a peak follows at once', testFrozen, 2.01, 9000);

test('a zero-based chart begins at zero', t => {
	const state = after(curveState([100 * mebibyte, 120 * mebibyte]), {type: 'zeroToggled'});
	t.is(axisLabelsOf(chart(state, 1, space)).at(-1)?.bytes, 0);
});

test('RSS is a thin line in the system chart where it is not one of the two', t => {
	const hasThin = (state: State, index: 0 | 1): boolean =>
		chart(state, index, space).styles.includes(styleIndex.rss);
	t.true(hasThin(watchedState(), 1));
	t.false(hasThin(watchedState(), 0));
	t.false(hasThin(curveState([mebibyte, mebibyte]), 1));
});

test('a metric of which nothing was read does not take the axis away', t => {
	const state = after(openedState(), sampledAt(0, {'go.sys': 900 * mebibyte}));
	const labels = axisLabelsOf(chart(state, 1, space));
	t.true((labels.at(-1)?.bytes ?? 0) > 800 * mebibyte);
});

test('without a sample there is an axis and no line', t => {
	t.is(drawn(openedState()).flat().length, 0);
	t.is(axisLabelsOf(chart(openedState(), 1, space)).at(-1)?.bytes, 0);
});

test('a chart of any size is as large as was asked, and empty where there is no room', t => {
	for (const glyphs of [unicodeGlyphs, asciiGlyphs]) {
		for (let width = 0; width < 40; width += 1) {
			for (let height = 0; height < 12; height += 1) {
				const cells = chart(watchedState(), 1, {width, height, glyphs, hasTimeLabels: height % 2 === 0});
				t.deepEqual([cells.width, cells.height], [width, height]);
			}
		}
	}
});

const timesOf = (state: State): string =>
	textOf(chart(state, 1, {...space, hasTimeLabels: true}))
		.at(-1)
		?.trim()
		.replaceAll(/ +/g, ' ') ?? '';

/** Rows: how a watch of two minutes is looked at, and the times under it. */
const testTimes = test.macro((t, state: State, expected: RegExp) => {
	t.regex(timesOf(state), expected);
});

const watched = watchedState();
const clock = /^(\w+ \d+ )?\d\d:\d\d:\d\d( \d\d:\d\d:\d\d)+$/;

test('following, times count back', testTimes, watched, /^-2m .* now$/);
test('frozen, the clock', testTimes, after(watched, {type: 'freezeToggled'}), clock);
test('in the past, the clock', testTimes, {...watched, view: {...watched.view, edge: firstTime + 60}}, clock);
test('ended, the clock', testTimes, after(watched, {type: 'ended', time: firstTime + 120}), clock);
test(
	'a log, its date too, and when it begins and ends',
	testTimes,
	viewedState(),
	/^\d{4}-\d\d-\d\d \d\d:\d\d:00 .* \d\d:\d\d:55$/,
);
test(
	'another day',
	testTimes,
	{...watched, now: firstTime + 200_000, view: {...watched.view, edge: firstTime + 60}},
	/^\d{4}-\d\d-\d\d \d\d:/,
);
test('two logs from their starts', testTimes, comparedState(), /^0 5m 10m 15m 20m 25m 29m 55s$/);
test('the time of the cursor', testTimes, withCursor(viewedState(), 1240), / \d\d:20:40\.000 /);
test('the time of the cursor from the start', testTimes, withCursor(comparedState(), 1240), / 20m 40s /);

test('two logs by the clock', t => {
	const state = comparedState();
	t.regex(timesOf({...state, view: {...state.view, align: 'clock'}}), /^\d{4}-/);
});

test('a second recording is drawn in both charts, over the same place as the first', t => {
	const {other} = comparedState();
	const same: State = {...watched, ...(other && {other: {...other, history: watched.history}})};
	for (const index of [0, 1] as const) {
		const styles = (state: State) => new Set(chart(state, index, space).styles);
		t.true(styles(comparedState()).has(styleIndex.other));
		// The first lies over what is the same.
		t.false(styles(same).has(styleIndex.other));
		t.false(styles(same).has(styleIndex.rss));
	}
});
