import test from 'ava';
import {mergeReadings} from '../../../src/model/merge-readings.ts';
import {toReading} from '../../../src/sources/os/part.ts';

test('missing numbers are absent, zeros are not', t => {
	t.deepEqual(toReading({'os.rss': 5, 'os.virt': undefined, 'os.swap': 0}, 'why'), {
		values: {'os.rss': 5, 'os.swap': 0},
		absent: {'os.virt': 'why'},
	});
});

test('nothing missing, nothing said', t => {
	t.deepEqual(toReading({'os.rss': 5}, 'why'), {values: {'os.rss': 5}});
});

test('readings as one', t => {
	const merged = mergeReadings([
		{values: {'os.rss': 5}, approximate: true},
		{values: {'os.swap': 0}, absent: {'os.cpu': 'why'}},
		{values: {}},
	]);
	t.deepEqual(merged, {values: {'os.rss': 5, 'os.swap': 0}, absent: {'os.cpu': 'why'}, approximate: true});
});

test('nothing is absent or approximate by itself', t => {
	t.deepEqual(mergeReadings([{values: {a: 1}}, {values: {}}]), {values: {a: 1}});
});
