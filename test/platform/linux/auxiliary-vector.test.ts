import {execFileSync} from 'node:child_process';
import test from 'ava';
import {parseAuxiliaryVector, readKernelUnits} from '../../../src/platform/linux/auxiliary-vector.ts';

const wide = (...words: readonly bigint[]): Uint8Array => new Uint8Array(new BigUint64Array(words).buffer);
const narrow = (...words: readonly number[]): Uint8Array => new Uint8Array(new Uint32Array(words).buffer);

test('words of 64 bits', t => {
	const units = parseAuxiliaryVector(wide(33n, 2n ** 63n, 6n, 65_536n, 17n, 100n, 0n, 0n), true);
	t.deepEqual(units, {pageSize: 65_536, ticksPerSecond: 100});
});

test('words of 32 bits', t => {
	const units = parseAuxiliaryVector(narrow(17, 250, 6, 4096, 0, 0), false);
	t.deepEqual(units, {pageSize: 4096, ticksPerSecond: 250});
});

test('a value is not taken for a type', t => {
	const units = parseAuxiliaryVector(wide(5n, 6n, 7n, 17n, 6n, 4096n, 17n, 100n), true);
	t.deepEqual(units, {pageSize: 4096, ticksPerSecond: 100});
});

test('a torn end is left out', t => {
	const bytes = wide(6n, 4096n, 17n, 100n, 9n);
	t.is(parseAuxiliaryVector(bytes.subarray(0, bytes.length - 3), true).pageSize, 4096);
});

const testMissing = test.macro((t, bytes: Uint8Array, message: string) => {
	t.throws(() => parseAuxiliaryVector(bytes, true), {message});
});

test('nothing', testMissing, wide(), 'expected a page size in /proc/self/auxv, found none');
test('no clock tick', testMissing, wide(6n, 4096n), 'expected a clock tick in /proc/self/auxv, found none');
test('a type without a value', testMissing, wide(6n), 'expected a page size in /proc/self/auxv, found none');

test('this machine says what getconf says', t => {
	const getconf = (name: string) => Number(execFileSync('getconf', [name], {encoding: 'utf8'}));
	t.deepEqual(readKernelUnits('/proc'), {pageSize: getconf('PAGESIZE'), ticksPerSecond: getconf('CLK_TCK')});
});
