import test, {type ExecutionContext} from 'ava';
import type {Mapping} from '../../../src/platform/linux/process-maps.ts';
import {findReservedHeap} from '../../../src/sources/jvm/reserved-heap.ts';

const mebibyte = 1024 ** 2;

/** Addresses in MiB, and whether it can be written to. */
type Stretch = readonly [start: number, end: number, isWritable?: boolean];

const mappingOf = ([start, end, isWritable = false]: Stretch): Mapping => ({
	start: start * mebibyte,
	end: end * mebibyte,
	isReadable: isWritable,
	isWritable,
	offset: 0,
	file: '',
});

const testHeap = (t: ExecutionContext, stretches: readonly Stretch[], expected: Stretch | undefined) => {
	const size = {reserved: 256 * mebibyte, committed: 64 * mebibyte};
	const range = findReservedHeap(stretches.map(mappingOf), size);
	t.deepEqual(range, expected && {start: expected[0] * mebibyte, end: expected[1] * mebibyte});
};

const heap: readonly Stretch[] = [
	[1000, 1040, true],
	[1040, 1200],
	[1200, 1224, true],
	[1224, 1256],
];
const arenas: readonly Stretch[] = [0, 64, 128, 192, 256].flatMap(start => [
	[start + 4000, start + 4001, true],
	[start + 4001, start + 4064],
]);

test('two generations, each partly committed', testHeap, heap, [1000, 1256]);
test('wholly committed', testHeap, [[1000, 1256, true]], [1000, 1256]);
test(
	'grown since it was counted',
	testHeap,
	[
		[1000, 1100, true],
		[1100, 1256],
	],
	[1000, 1256],
);
test('with others next to it', testHeap, [[990, 1000], ...heap, [1256, 1300]], [1000, 1256]);
test('beside arenas of malloc', testHeap, [...heap, ...arenas], [1000, 1256]);
test('arenas of malloc alone', testHeap, arenas, undefined);
test(
	'a gap',
	testHeap,
	[
		[1000, 1064, true],
		[1065, 1257],
	],
	undefined,
);
test(
	'two that it could be',
	testHeap,
	[
		...heap,
		...heap.map(([start, end, isWritable = false]): Stretch => [start + 1000, end + 1000, isWritable]),
	],
	undefined,
);
test('none', testHeap, [], undefined);
