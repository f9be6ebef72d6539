import test, {type ExecutionContext} from 'ava';
import {mappingAt} from '../../../src/platform/linux/mapping-at.ts';
import {parseMapping} from '../../../src/platform/linux/process-maps.ts';

const mappings = ['1000-3000', '3000-4000', '8000-9000'].flatMap(
	range => parseMapping(`${range} rw-p 0 0:0 0`) ?? [],
);

const testPlace = (
	t: ExecutionContext,
	[address, length, start]: readonly [number, number, number | undefined],
) => {
	t.is(mappingAt(mappings, address, length)?.start, start);
};

test('the beginning of one', testPlace, [0x1000, 8, 0x1000]);
test('the end of one', testPlace, [0x2ff8, 8, 0x1000]);
test('across the end of one', testPlace, [0x2ffc, 8, undefined]);
test('one that follows another', testPlace, [0x3000, 0x1000, 0x3000]);
test('the last one', testPlace, [0x8fff, 1, 0x8000]);
test('between two', testPlace, [0x5000, 1, undefined]);
test('before all', testPlace, [0, 1, undefined]);
test('behind all', testPlace, [0x9000, 1, undefined]);
test('no number', testPlace, [Number.NaN, 1, undefined]);
