import test from 'ava';
import {
	emptyHistory,
	type History,
	type HistoryLimits,
	record,
	recordRows,
	seriesOf,
} from '../../../src/model/history.ts';
import {extentOf, type Series, timeAt, valueAt} from '../../../src/model/series.ts';
import {randomFrom} from '../../fixtures/random.ts';

const missing = Number.NaN;
const metrics = [undefined, 'used', 'held', undefined, 'slow', undefined, 'rare'] as const;

/** Columns of a recording: two metrics in every sample, one in every tenth, one that is ignored, one now and then. */
const recordingOf = (length: number): readonly Float64Array[] => {
	const random = randomFrom(length);
	let time = 1_763_791_200;
	const columns = metrics.map(() => new Float64Array(length));
	for (let index = 0; index < length; index += 1) {
		time = Math.round(1000 * (time + (random() < 0.01 ? 0 : random()))) / 1000;
		const row = [
			...[time, 1e9 * random(), index, random() < 0.02 ? 1 : 0],
			...[index % 10 === 0 ? index / 2 : missing, 5, random() < 0.7 ? random() : missing],
		];
		for (const [column, value] of row.entries()) columns[column]?.fill(value, index, index + 1);
	}
	return columns;
};

const oneByOne = (columns: readonly Float64Array[], limits: HistoryLimits): History => {
	const history = emptyHistory({full: ['used', 'held'], limits});
	const at = (column: number, index: number): number => columns[column]?.[index] ?? missing;
	for (let index = 0; index < (columns[0]?.length ?? 0); index += 1) {
		const values = Object.fromEntries(
			metrics.flatMap((id, column) => (id === undefined ? [] : [[id, at(column, index)]])),
		);
		const approximate = at(3, index) === 1;
		record(history, {time: at(0, index), inUse: at(1, index), system: at(2, index), approximate, values});
	}
	return history;
};

/** Batches of random length, in columns that are longer and are overwritten. */
const inRows = (columns: readonly Float64Array[], limits: HistoryLimits, longest: number): History => {
	const history = emptyHistory({full: ['used', 'held'], limits});
	const random = randomFrom(longest);
	const room = columns.map(() => new Float64Array(longest + 3));
	for (let from = 0; from < (columns[0]?.length ?? 0); ) {
		const rest = (columns[0]?.length ?? 0) - from;
		const length = Math.min(rest, 1 + Math.floor(random() * longest));
		for (const [index, column] of columns.entries()) room[index]?.set(column.subarray(from, from + length));
		recordRows(history, {length, columns: room}, metrics);
		for (const column of room) column.fill(-1);
		from += length;
	}
	return history;
};

const contents = (series: Series): unknown =>
	series.layers.map(({length, start, width}) => ({
		...{length, start, width},
		blocks: Array.from({length: length - start}, (_, place) => {
			const index = (start + place) * width;
			return [extentOf(series, [index, index + width], {min: 0, max: 0}), timeAt(series, index)];
		}),
	}));

/** Rows: samples; the longest batch; limits. */
const testRows = test.macro((t, length: number, longest: number, limits: HistoryLimits) => {
	const columns = recordingOf(length);
	const [expected, history] = [oneByOne(columns, limits), inRows(columns, limits, longest)];
	for (const id of ['used', 'held', 'slow', 'rare']) {
		t.deepEqual(contents(seriesOf(history, id)), contents(seriesOf(expected, id)), id);
		const [one, other] = [history.statistics.get(id), expected.statistics.get(id)];
		t.deepEqual({...one, mean: 0}, {...other, mean: 0});
		const [mean = missing, exact = missing] = [one?.mean, other?.mean];
		t.true(Object.is(mean, exact) || Math.abs(mean - exact) <= 1e-12 * Math.abs(exact), id);
	}
	t.deepEqual(contents(history.approximate), contents(expected.approximate));
	t.like(history, {samples: length, start: expected.start, end: expected.end});
	t.deepEqual([...history.series.keys()].sort(), [...expected.series.keys()].sort());
});

const wide: HistoryLimits = {full: [1e6], other: [1e6]};
const narrow: HistoryLimits = {full: [5000, 300], other: [100, 16]};

test('one sample', testRows, 1, 1, wide);
test('batches shorter than a block', testRows, 5000, 9, wide);
test('batches of some blocks', testRows, 9000, 100, wide);
test('batches longer than a chunk', testRows, 20_000, 7000, wide);
test('batches of which much is dropped', testRows, 30_000, 7000, narrow);
test('short batches of which much is dropped', testRows, 15_000, 40, narrow);

test('no rows are nothing', t => {
	const history = emptyHistory();
	recordRows(history, {length: 0, columns: [new Float64Array(5)]}, metrics);
	t.is(history.samples, 0);
	t.is(history.start, missing);
});

test('rows without the column of a metric, and without one of what is approximate', t => {
	const history = emptyHistory();
	recordRows(history, {length: 2, columns: [Float64Array.of(1, 2), Float64Array.of(5, 6)]}, metrics);
	t.deepEqual([...history.series.keys()], ['used']);
	t.is(history.samples, 2);
});

test('rows from before the newest sample begin the curves anew', t => {
	const history = emptyHistory();
	recordRows(history, {length: 2, columns: [Float64Array.of(100, 160), Float64Array.of(9, 6)]}, metrics);
	recordRows(history, {length: 1, columns: [Float64Array.of(50), Float64Array.of(7)]}, metrics);
	t.is(seriesOf(history, 'used').length, 1);
	t.is(valueAt(seriesOf(history, 'used'), 0), 7);
	t.is(history.statistics.get('used')?.max, 9);
	t.deepEqual([history.end - history.start, history.samples], [60, 3]);
});

test('a metric that has a value again is not absent', t => {
	const history = emptyHistory();
	history.absent.set('used', 'not permitted');
	recordRows(history, {length: 1, columns: [Float64Array.of(1), Float64Array.of(5)]}, metrics);
	t.is(history.absent.size, 0);
});
