import test, {type ExecutionContext} from 'ava';
import type {ByteSource, Range} from '../../../src/platform/linux/byte-source.ts';
import {countResident} from '../../../src/platform/linux/resident.ts';

const page = 4096;

const textSource = (text: string): ByteSource => ({
	read: async (position, length) => Buffer.from(text, 'latin1').subarray(position, position + length),
});

/** A mapping of four pages as `smaps` tells of it. */
const entry = (start: number, resident: number): string =>
	`${start.toString(16)}-${(start + 4 * page).toString(16)} rw-p 00000000 00:00 0 \nSize: 16 kB\nRss: ${(resident * page) / 1024} kB\nPss: 1 kB\nVmFlags: rd wr\n`;

const smaps = entry(0x10_000, 4) + entry(0x20_000, 3) + entry(0x30_000, 0);

// Of the second mapping the pages 0, 1 and 3 are in memory.
const pagemap: ByteSource = {
	read: async (position, length) => {
		const entries = Buffer.alloc(length);
		for (let at = 0; at < length / 8; at += 1) {
			if ([0x20, 0x21, 0x23].includes(position / 8 + at)) entries[at * 8 + 7] = 0x80;
		}
		return entries;
	},
};

/** Rows: what `smaps` says, the ranges, and the pages in memory: all, and within them. */
const testCount = async (
	t: ExecutionContext,
	text: string,
	ranges: readonly Range[],
	expected: readonly [all: number, within: number] | undefined,
) => {
	const counted = await countResident(
		{lend: async (name, use) => use({...(name === 'smaps' ? textSource(text) : pagemap), readNow: () => 0})},
		ranges,
		page,
	);
	t.deepEqual(counted && [counted.all / page, counted.within / page], expected && [...expected]);
};

test('no ranges', testCount, smaps, [], [7, 0]);
test('whole mappings', testCount, smaps, [{start: 0x10_000, end: 0x24_000}], [7, 7]);
test('a part of one by its pages', testCount, smaps, [{start: 0x21_000, end: 0x24_000}], [7, 2]);
test('a whole one and a part of the next', testCount, smaps, [{start: 0x10_000, end: 0x21_000}], [7, 5]);
test('nothing resident in the range', testCount, smaps, [{start: 0x30_000, end: 0x34_000}], [7, 0]);
test('a file that may not be read', testCount, '', [{start: 0, end: page}], undefined);
test('no mappings at all', testCount, 'Rss: 4 kB\nnothing\n', [], undefined);
