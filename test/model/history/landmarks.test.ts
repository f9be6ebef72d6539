import test from 'ava';
import {
	addGap,
	addLandmark,
	emptyHistory,
	type History,
	landmarksBetween,
	nextLandmark,
} from '../../../src/model/history.ts';

const historyWith = (...times: readonly number[]): History => {
	const history = emptyHistory();
	for (const time of times) addLandmark(history, {type: 'mark', time, text: `at ${time}`});
	return history;
};

const timesOf = (landmarks: readonly {readonly time: number}[]): readonly number[] =>
	landmarks.map(({time}) => time);

test('they ascend, whenever they come', t => {
	t.deepEqual(timesOf(historyWith(30, 10, 20, 40).landmarks), [10, 20, 30, 40]);
});

test('those of the same time stay in the order in which they came', t => {
	const history = historyWith(10);
	addLandmark(history, {type: 'switch', time: 10, text: ''});
	t.deepEqual(
		history.landmarks.map(({type}) => type),
		['mark', 'switch'],
	);
});

test('they are bounded, and the newest stay', t => {
	const {landmarks} = historyWith(...Array.from({length: 12_000}, (_, time) => time));
	t.true(landmarks.length <= 10_000);
	t.is(landmarks.at(-1)?.time, 11_999);
});

/** Rows: from and to; times of the landmarks between. */
const testBetween = test.macro((t, from: number, to: number, expected: readonly number[]) => {
	t.deepEqual(timesOf(landmarksBetween(historyWith(10, 20, 20, 30), from, to)), expected);
});

test('those at both ends count', testBetween, 10, 20, [10, 20, 20]);
test('none between', testBetween, 11, 19, []);
test('all', testBetween, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, [10, 20, 20, 30]);
test('after all', testBetween, 31, 99, []);

/** Rows: a time; the one before and the one after it. */
const testNext = test.macro((t, time: number, before: number | undefined, after: number | undefined) => {
	const history = historyWith(10, 20, 30);
	t.deepEqual([nextLandmark(history, time, -1)?.time, nextLandmark(history, time, 1)?.time], [before, after]);
});

test('on the first', testNext, 10, undefined, 20);
test('between two', testNext, 15, 10, 20);
test('on one', testNext, 20, 10, 30);
test('after the last', testNext, 99, 30, undefined);
test('before the first', testNext, 0, undefined, 10);

test('a gap is there once, with its length', t => {
	const history = historyWith(10);
	for (let round = 0; round < 2; round += 1) addGap(history, {from: 20, until: 25, text: 'suspended'});
	t.deepEqual(history.landmarks[1], {type: 'gap', time: 20, until: 25, text: 'suspended'});
	t.is(history.landmarks.length, 2);
});

/** Rows: from and to; whether a gap from 20 to 25 is among what is there. */
const testReach = test.macro((t, from: number, to: number, expected: boolean) => {
	const history = historyWith(10, 21);
	addGap(history, {from: 20, until: 25, text: ''});
	t.is(
		landmarksBetween(history, from, to).some(({type}) => type === 'gap'),
		expected,
	);
});

test('a gap that is there already at the first', testReach, 22, 30, true);
test('a gap that ends at the first', testReach, 25, 30, false);
test('a gap that begins at the last', testReach, 0, 20, true);
test('a gap around both', testReach, 22, 23, true);
test('a gap after the last', testReach, 0, 19, false);
