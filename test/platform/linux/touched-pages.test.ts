import test from 'ava';
import {touchedLength, touchedRanges} from '../../../src/platform/linux/touched-pages.ts';
import {createCheckedFile} from '../../fuzz/checked-source.ts';

// Entries of pages from 16 on: in memory, not, in swap, in memory.
const pagemap = () => {
	const bytes = Buffer.alloc(32);
	bytes[7] = 0x80;
	bytes[23] = 0x40;
	bytes[31] = 0x81;
	return createCheckedFile([{start: 16 * 8, bytes}]);
};

test('pages in memory and in swap', async t => {
	t.deepEqual(await touchedRanges(pagemap(), {start: 0x10000, end: 0x14000}, 4096), [
		{start: 0x10000, end: 0x11000},
		{start: 0x12000, end: 0x14000},
	]);
});

test('a part of a page', async t => {
	t.deepEqual(await touchedRanges(pagemap(), {start: 0x10100, end: 0x12200}, 4096), [
		{start: 0x10100, end: 0x11000},
		{start: 0x12000, end: 0x12200},
	]);
});

test('all where the pagemap tells nothing', async t => {
	const range = {start: 0x90000, end: 0x94000};
	t.deepEqual(await touchedRanges(pagemap(), range, 4096), [range]);
});

for (const [name, start, end, length] of [
	['up to a page that was not', 0x10000, 0x14000, 0x1000],
	['from the middle of a page', 0x10ff0, 0x14000, 0x10],
	['none', 0x11000, 0x14000, 0],
	['all', 0x12000, 0x14000, 0x2000],
	['all where the pagemap tells nothing', 0x90000, 0x94000, 0x4000],
] as const) {
	test(`bytes from a place on that were touched: ${name}`, t => {
		t.is(touchedLength(pagemap(), {start, end}, 4096), length);
	});
}
