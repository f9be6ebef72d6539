import test from 'ava';
import {formatByteChange, formatBytes, formatExactBytes} from '../../src/model/bytes.ts';

const testFormat = test.macro((t, format: (bytes: number) => string, bytes: number, expected: string) => {
	t.is(format(bytes), expected);
});

test('bytes stay whole', testFormat, formatBytes, 999, '999 B');
test('zero is a number', testFormat, formatBytes, 0, '0 B');
test('four digits never', testFormat, formatBytes, 1000, '0.98 KiB');
test('two decimals below ten', testFormat, formatBytes, 1024 ** 3, '1.00 GiB');
test('one decimal below a hundred', testFormat, formatBytes, 43_201_536, '41.2 MiB');
test('none from a hundred', testFormat, formatBytes, 118 * 1024 ** 2, '118 MiB');
test('rounding up changes the digits', testFormat, formatBytes, 9.999 * 1024, '10.0 KiB');
test('rounding up changes the unit', testFormat, formatBytes, 1023.9 * 1024, '1.00 MiB');
test('negative', testFormat, formatBytes, -2048, '-2.00 KiB');
test('missing', testFormat, formatBytes, Number.NaN, '–');
test('change up', testFormat, formatByteChange, 300 * 1024, '+300 KiB');
test('change down', testFormat, formatByteChange, -1024, '-1.00 KiB');
test('exact', testFormat, formatExactBytes, 43_201_536, '43,201,536 B');
