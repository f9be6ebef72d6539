import test from 'ava';
import {counted} from '../../src/model/counted.ts';

const testCounted = test.macro((t, count: number, expected: string) => {
	t.is(counted(count, 'sample'), expected);
});

test('none', testCounted, 0, '0 samples');
test('one', testCounted, 1, '1 sample');
test('two', testCounted, 2, '2 samples');
test('many', testCounted, 12_345, '12,345 samples');
