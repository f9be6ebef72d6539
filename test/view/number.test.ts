import test from 'ava';
import type {Unit} from '../../src/model/metric.ts';
import {formatChange, formatValue} from '../../src/view/number.ts';

const testFormat = test.macro(
	(t, format: typeof formatValue, [value, unit]: readonly [number, Unit], expected: string) => {
		t.is(format(value, unit), expected);
	},
);

test('bytes', testFormat, formatValue, [43_201_536, 'bytes'], '41.2 MiB');
test('count', testFormat, formatValue, [12_345, 'count'], '12,345');
test('a number that is a name', testFormat, formatValue, [12_345, 'identifier'], '12345');
test('percent', testFormat, formatValue, [3.14, 'percent'], '3.1 %');
test('rate', testFormat, formatValue, [1234.5, 'perSecond'], '1,235/s');
test('slow rate', testFormat, formatValue, [0.25, 'perSecond'], '0.3/s');
test('seconds', testFormat, formatValue, [3725, 'seconds'], '1h 2m');
for (const unit of ['bytes', 'count', 'percent', 'perSecond', 'seconds', 'identifier'] as const) {
	test(`missing ${unit}`, testFormat, formatValue, [Number.NaN, unit], '–');
	test(`missing change of ${unit}`, testFormat, formatChange, [Number.NaN, unit], '–');
}
test('bytes more', testFormat, formatChange, [307_200, 'bytes'], '+300 KiB');
test('bytes fewer', testFormat, formatChange, [-307_200, 'bytes'], '-300 KiB');
test('more of something else', testFormat, formatChange, [7, 'count'], '+7');
test('less of something else', testFormat, formatChange, [-0.5, 'percent'], '-0.5 %');
