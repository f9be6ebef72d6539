import test from 'ava';
import {type ByteIndex, bytesFor, emptyByteIndex, noteBytes} from '../../src/model/byte-index.ts';
import {randomFrom} from '../fixtures/random.ts';

/** Samples of one second and ten bytes each, every one noted. */
const indexOf = (length: number, limit?: number): ByteIndex => {
	const index = emptyByteIndex(limit);
	for (let place = 0; place < length; place += 1) noteBytes(index, 1000 + place, 50 + 10 * place);
	return index;
};

const {POSITIVE_INFINITY: infinite} = Number;

/** Rows: from and to; the bytes for them. */
const testBytes = test.macro((t, from: number, to: number, expected: readonly [number, number]) => {
	t.deepEqual(bytesFor(indexOf(10), from, to), expected);
});

test('all', testBytes, 0, 5000, [50, infinite]);
test('a part', testBytes, 1003, 1005, [70, 110]);
test('between two samples', testBytes, 1003.5, 1003.7, [80, 90]);
test('up to the last that was noted', testBytes, 1008, 1009, [120, infinite]);
test('before the first', testBytes, 0, 10, [50, 50]);
test('after the last', testBytes, 2000, 3000, [140, infinite]);

test('nothing was noted: it may be anywhere', t => {
	t.deepEqual(bytesFor(emptyByteIndex(), 1, 2), [0, infinite]);
});

/** Rows: how many are noted; limit; how many places are kept, and of how many one. */
const testThinned = test.macro((t, length: number, limit: number, kept: number, stride: number) => {
	const index = indexOf(length, limit);
	t.deepEqual([index.length, index.stride], [kept, stride]);
	t.deepEqual(
		[...index.times.subarray(0, index.length)],
		Array.from({length: kept}, (_, place) => 1000 + place * stride),
	);
});

test('one less than the limit', testThinned, 99, 100, 99, 1);
test('the limit', testThinned, 100, 100, 50, 2);
test('twice the limit', testThinned, 200, 100, 50, 4);
test('an odd limit', testThinned, 51, 51, 26, 2);
test('an odd limit, and on', testThinned, 60, 51, 30, 2);
test('many times the limit', testThinned, 10_000, 100, 79, 128);

test('every sample between two times is in the bytes, also where stamps are equal and places thinned', t => {
	const random = randomFrom(7);
	const index = emptyByteIndex(64);
	const times: number[] = [];
	for (let sample = 0, time = 1000; sample < 5000; sample += 1) {
		time += random() < 0.3 ? 0 : Math.round(random() * 3);
		times.push(time);
		if (sample % 5 === 0) noteBytes(index, time, 10 * sample);
	}
	for (let round = 0; round < 500; round += 1) {
		const from = 990 + random() * 6000;
		const to = from + random() ** 4 * 3000;
		const [start, end] = bytesFor(index, from, to);
		const inside = times.flatMap((time, sample) => (time >= from && time <= to ? [10 * sample] : []));
		t.true(
			inside.every(offset => offset >= start && offset < end),
			`${from} to ${to}`,
		);
	}
});
