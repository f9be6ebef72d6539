import test from 'ava';
import {append, emptySeries, indexAt} from '../../../src/model/series.ts';
import {nextIndex} from '../../../src/view/chart/next-index.ts';
import {randomFrom} from '../../fixtures/random.ts';

test('wherever the search begins and whatever is guessed, it finds the same', t => {
	const random = randomFrom(21);
	// So few are kept one by one that most are found in blocks.
	const series = emptySeries([4096, 256]);
	let time = 1000;
	for (let index = 0; index < 100_000; index += 1) {
		time += random() < 0.2 ? 0 : random() < 0.001 ? 500 : random();
		append(series, time, index);
	}
	for (let turn = 0; turn < 3000; turn += 1) {
		const from = Math.floor(random() * series.length);
		const wanted = 990 + random() * (time - 980);
		const guess = Math.floor(random() ** 4 * 50_000);
		const expected = Math.max(from, indexAt(series, wanted));
		t.is(nextIndex(series, {from, time: wanted, guess}), expected, `${from}, ${wanted}, ${guess}`);
	}
});
