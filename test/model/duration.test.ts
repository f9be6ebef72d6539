import test from 'ava';
import {formatDuration} from '../../src/model/duration.ts';

const testDuration = test.macro((t, seconds: number, expected: string) => {
	t.is(formatDuration(seconds), expected);
});

test('nothing', testDuration, 0, '0s');
test('milliseconds', testDuration, 0.02, '20ms');
test('tenths', testDuration, 0.2, '0.2s');
test('seconds', testDuration, 40, '40s');
test('rounding up changes the unit', testDuration, 59.7, '1m');
test('rounding up changes both units', testDuration, 3599.9, '1h');
test('two units', testDuration, 7500, '2h 5m');
test('the two largest only', testDuration, 274_325, '3d 4h');
test('a unit that is zero is left out', testDuration, 86_400 + 59, '1d 59s');
test('whole days', testDuration, 30 * 86_400, '30d');
test('not known', testDuration, Number.NaN, '–');
test('endless', testDuration, Number.POSITIVE_INFINITY, '–');
