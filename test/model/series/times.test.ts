import test from 'ava';
import {append, emptySeries, nothingShared, type Series, timeAt} from '../../../src/model/series.ts';
import {randomFrom} from '../../fixtures/random.ts';

/** Series that share their times, each appended where its function says so for an index; and what was appended. */
const together = (length: number, isIn: readonly ((index: number) => boolean)[]) => {
	const shared = nothingShared();
	const all = isIn.map(() => emptySeries([4096, 2048], shared));
	const times: number[][] = isIn.map(() => []);
	for (let index = 0; index < length; index += 1) {
		for (const [place, series] of all.entries()) {
			if (!isIn[place]?.(index)) continue;
			append(series, 1000 + index / 8, index);
			times[place]?.push(1000 + index / 8);
		}
	}
	return {all, times};
};

const columnsOf = (all: readonly Series[]): number =>
	new Set(all.flatMap(({layers}) => layers[0].chunks.map(({times}) => times))).size;

const always = (): boolean => true;
const everyTenth = (index: number): boolean => index % 10 === 0;
const unless = (missed: number) => (index: number) => index !== missed;
const random = randomFrom(3);
const nowAndThen = (): boolean => random() < 0.8;

/** Rows: which samples each has; how many columns of times there are. */
const testShared = test.macro((t, isIn: readonly ((index: number) => boolean)[], columns: number) => {
	const {all, times} = together(10_000, isIn);
	t.is(columnsOf(all), columns);
	for (const [place, series] of all.entries()) {
		const kept = Array.from({length: series.length}, (_, index) => timeAt(series, index));
		const start = series.layers[0].start;
		t.deepEqual(kept.slice(start), times[place]?.slice(start));
	}
});

// 10,000 samples leave 3 or 4 chunks of 2048; the slow ones have one.
test('the same samples', testShared, [always, always, always], 3);
test('two that are read in every tenth tick', testShared, [always, everyTenth, everyTenth], 4);
test('one that lacks the first', testShared, [always, unless(0)], 6);
test('one that lacks the newest but one', testShared, [always, unless(9998)], 4);
test('one that has only some', testShared, [always, nowAndThen], 6);

test('columns that were used by others before have only the new times', t => {
	const {all, times} = together(60_000, [always, everyTenth, nowAndThen]);
	for (const [place, series] of all.entries())
		for (let index = series.layers[0].start; index < series.length; index += 1)
			if (timeAt(series, index) !== times[place]?.[index]) t.fail(`${place} at ${index}`);
	t.is(all[0]?.length, 60_000);
});
