import test, {type ExecutionContext} from 'ava';
import {byteAxis, intervalsOf} from '../../src/plot/byte-axis.ts';

const mebibyte = 2 ** 20;

const testTics = (t: ExecutionContext, highest: number, expected: readonly string[]) => {
	const axis = byteAxis(highest);
	t.deepEqual(
		axis.tics.map(tic => tic.label),
		expected,
	);
	t.true(axis.range.to >= highest);
	t.is(axis.tics.at(-1)?.at, axis.range.to);
};

test('tens of MiB', testTics, 41 * mebibyte, [
	'0',
	'8 MiB',
	'16 MiB',
	'24 MiB',
	'32 MiB',
	'40 MiB',
	'48 MiB',
]);
test('a value on a tic leaves room above it', testTics, 64 * mebibyte, [
	'0',
	...[16, 32, 48, 64, 80].map(count => `${count} MiB`),
]);
test('GiB', testTics, 1.2 * 2 ** 30, ['0', '0.25 GiB', '0.5 GiB', '0.75 GiB', '1 GiB', '1.25 GiB']);
test('an address space', testTics, 20.1 * 2 ** 40, [
	'0',
	...[4, 8, 12, 16, 20, 24].map(count => `${count} TiB`),
]);
test('twenty digits', testTics, 1e20, ['0', ...[16, 32, 48, 64, 80, 96].map(count => `${count} EiB`)]);
test('nothing is still 1 MiB high', testTics, 0, [
	'0',
	...[0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1].map(count => `${count} MiB`),
]);

test('an axis that shares the grid of another has as many steps, each a power of two', t => {
	for (const highest of [1, 5e6, 7e8, 3e9, 6.4e13]) {
		const axis = byteAxis(highest, 5);
		t.is(intervalsOf(axis), 5);
		t.true(axis.range.to >= highest);
		t.is(Math.log2(axis.range.to / 5) % 1, 0);
	}
});
