import test from 'ava';
import {windows} from '../../../src/app/ladder.ts';
import {append, emptySeries, type Series} from '../../../src/model/series.ts';
import {columnAt, columnsOf, columnTime, extentBetween, timeAxis} from '../../../src/view/chart/columns.ts';
import {randomFrom} from '../../fixtures/random.ts';
import {cutsOf} from './cuts.ts';

const start = 1_763_791_200;

/** Samples by time; the value of each is its index. */
const seriesAt = (times: readonly number[]): Series => {
	const series = emptySeries();
	for (const [index, time] of times.entries()) append(series, time, index);
	return series;
};

const axis = timeAxis({end: start + 9.5, window: 10, cells: 5, across: 2});

test('an axis of whole cells, the end in its last', t => {
	t.deepEqual(axis, {...axis, step: 1, columns: 10});
	t.true(columnAt(axis, start + 9.5) >= 8 && columnAt(axis, start + 9.5) <= 9);
	t.is(columnTime(axis, columnAt(axis, start + 3)), start + 3);
});

test('each sample in the column of its time', t => {
	const columns = cutsOf(
		columnsOf(seriesAt([0, 0.2, 0.9, 3, 4.5, 4.6, 9.5].map(time => start + time)), axis),
	);
	t.deepEqual(
		columns.map(({min, max}) => [min, max]),
		[[0, 2], [], [], [3, 3], [4, 5], [], [], [], [], [6, 6]].map(([min = Number.NaN, max = Number.NaN]) => [
			min,
			max,
		]),
	);
});

test('a column knows how it begins and ends', t => {
	const series = emptySeries();
	for (const [index, value] of [5, 9, 1, 4].entries()) append(series, start + 3 + index / 10, value);
	const column = cutsOf(columnsOf(series, axis))[3];
	t.like(column, {min: 1, max: 9, first: 5, last: 4, firstTime: start + 3});
	t.is(column?.lastTime, start + 3.3);
});

test('samples before the axis and after a time are left out', t => {
	const times = Array.from({length: 40}, (_, index) => start - 20 + index);
	const columns = cutsOf(columnsOf(seriesAt(times), axis, start + 5.5));
	t.is(columns[0]?.min, 20);
	t.true(columns.slice(6).every(({max}) => Number.isNaN(max)));
});

test('a sample at the very time up to which there are samples is among them', t => {
	const times = Array.from({length: 10}, (_, index) => start + index + 0.123);
	const columns = cutsOf(columnsOf(seriesAt(times), axis, start + 5.123));
	t.deepEqual([columns[5]?.max, columns[6]?.max], [5, Number.NaN]);
});

test('an empty series has empty columns', t => {
	t.true(cutsOf(columnsOf(emptySeries(), axis)).every(({min}) => Number.isNaN(min)));
});

test('columns together hold every sample of the window once, however dense', t => {
	const random = randomFrom(4);
	let time = start;
	const series = emptySeries();
	for (let index = 0; index < 20_000; index += 1) {
		time += random() < 0.001 ? 30 : random() * 0.05;
		append(series, time, index);
	}
	for (const window of [1, 60, 300, 3600]) {
		const wide = timeAxis({end: time, window, cells: 77, across: 2});
		let expected: number | undefined;
		for (const {min, max} of cutsOf(columnsOf(series, wide))) {
			if (Number.isNaN(min)) continue;
			t.true(expected === undefined || min === expected);
			expected = max + 1;
		}
		t.is(expected, 20_000, `${window}`);
	}
});

/** Rows: when the first sample is, after the start; samples lie on and between the edges of columns. */
const testAlignment = test.macro((t, offset: number) => {
	for (const window of windows.filter(seconds => seconds <= 3600)) {
		for (const cells of [48, 60, 100]) {
			const [shifted, lost] = shiftsOf({offset, window, cells});
			t.deepEqual([shifted, lost], [0, 0], `${window} s over ${cells} cells`);
		}
	}
});

/** How many samples changed their column or were not on the chart when they were the newest. */
const shiftsOf = ({offset, window, cells}: {offset: number; window: number; cells: number}) => {
	const series = emptySeries();
	const places = new Map<number, number>();
	let [shifted, lost] = [0, 0];
	for (let index = 0; index < 60; index += 1) {
		const time = Number((start + offset + (index * window) / 60).toFixed(3));
		append(series, time, index);
		const now = timeAxis({end: time, window, cells, across: 2});
		const columns = cutsOf(columnsOf(series, now));
		const origin = now.first;
		if (columns.every(({last}) => last !== index)) lost += 1;
		for (const [column, {min, max}] of columns.entries()) {
			for (let sample = min; sample <= max; sample += 1) {
				if ((places.get(sample) ?? origin + column) !== origin + column) shifted += 1;
				places.set(sample, origin + column);
			}
		}
	}
	return [shifted, lost] as const;
};

test('a sample keeps its column as time goes on', testAlignment, 0.123);
test('a sample on the edge of a column keeps its column as time goes on', testAlignment, 0);
test('a sample on another edge keeps its column as time goes on', testAlignment, 0.05);

test('the columns of a glyph begin on its edge', t => {
	for (const end of [0, 0.3, 0.7, 1, 1.9, 17.2]) {
		const {first} = timeAxis({end: start + end, window: 100, cells: 100, across: 2});
		t.is(first % 2, 0);
	}
});

test('extent between two times', t => {
	const series = seriesAt([0, 1, 2, 3, 4].map(time => start + time));
	t.deepEqual(extentBetween(series, start + 1, start + 3), {min: 1, max: 3});
	t.deepEqual(extentBetween(series, start + 9, start + 12), {min: Number.NaN, max: Number.NaN});
});
