import test, {type ExecutionContext} from 'ava';
import {mallocSource} from '../../../src/sources/malloc/index.ts';
import type {Moment} from '../../../src/sources/malloc/moment.ts';
import {readingAt} from '../../../src/sources/malloc/values.ts';
import type {Free} from '../../../src/sources/malloc/walk.ts';

const bins = 0x7f00_0000;

/** One arena of so many bytes with so many at its top, beside 1000 bytes that are mapped by themselves. */
const momentOf = (systemMem: number, topSize: number | undefined): Moment => ({
	parameters: {mmappedMem: 1000, mmaps: 1, sbrkBase: 0},
	arenas: [{bins, bytes: Buffer.alloc(0), top: 0, next: bins, systemMem, topSize}],
});

/** Rows: the moment, what a walk found free and whether just now, and in use and bins. */
const testReading = (
	t: ExecutionContext,
	moment: Moment,
	{free, isExact}: {readonly free: Free | undefined; readonly isExact: boolean},
	expected: readonly (number | undefined)[],
) => {
	const found = free && {found: {free: new Map([[bins, free]]), isWhole: true}, isExact};
	const {values, approximate} = readingAt(moment, found);
	t.deepEqual([values['malloc.in_use'], values['malloc.bins']], expected);
	t.is(approximate, !isExact);
	const parts = (mallocSource.parts ?? []).map(id => values[id]);
	if (expected[0] !== undefined)
		t.is(
			parts.reduce((sum = 0, part = 0) => sum + part, 0),
			values['malloc.system'],
		);
};

const free: Free = {bytes: 4000, chunks: 10, of: 8000};

test('just counted', testReading, momentOf(9000, 1000), {free, isExact: true}, [5000, 4000]);
test('counted before', testReading, momentOf(12_000, 1000), {free, isExact: false}, [8000, 4000]);
test(
	'the arena has shrunk to less than was free',
	testReading,
	momentOf(3000, 1000),
	{free, isExact: false},
	[2000, 1000],
);
test('and to its top', testReading, momentOf(1000, 1000), {free, isExact: false}, [1000, 0]);
test('not counted yet', testReading, momentOf(9000, 1000), {free: undefined, isExact: false}, [
	undefined,
	undefined,
]);
test('no top', testReading, momentOf(9000, undefined), {free, isExact: false}, [undefined, undefined]);
