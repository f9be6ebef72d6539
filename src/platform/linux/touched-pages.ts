import {type ByteSource, pieceLimit, type Range} from './byte-source.ts';
import type {HeldBytes} from './held-bytes.ts';

/**
 * The parts of a range of memory that the process has ever touched, by its `pagemap` file (proc_pid_pagemap(5)): reading
 * the others would map pages into it and find only zeros. Where the file tells nothing, the whole range.
 */
export const touchedRanges = async (
	pagemap: ByteSource,
	range: Range,
	pageSize: number,
): Promise<readonly Range[]> => {
	const ranges: {start: number; end: number}[] = [];
	let page = Math.floor(range.start / pageSize);
	const end = Math.ceil(range.end / pageSize);
	while (page < end) {
		const entries = await pagemap.read(page * 8, Math.min(pieceLimit, (end - page) * 8));
		const count = Math.floor(entries.length / 8);
		if (count === 0) return [range];
		for (let index = 0; index < count; index += 1) {
			if (isTouched(entries, index)) extend(ranges, (page + index) * pageSize, pageSize);
		}
		page += count;
	}
	return ranges.map(({start, end}) => ({
		start: Math.max(start, range.start),
		end: Math.min(end, range.end),
	}));
};

/**
 * Bytes of a range up to the first page that the process has never touched: 0 where that is the first one, all where the
 * file tells nothing. At once, for ranges of some pages.
 */
export const touchedLength = (
	pagemap: Pick<HeldBytes, 'readNow'>,
	{start, end}: Range,
	pageSize: number,
): number => {
	const page = Math.floor(start / pageSize);
	const entries = Buffer.alloc((Math.ceil(end / pageSize) - page) * 8);
	const count = Math.floor(pagemap.readNow(page * 8, entries) / 8);
	for (let index = 0; index < count; index += 1) {
		if (!isTouched(entries, index)) return Math.max(0, (page + index) * pageSize - start);
	}
	return end - start;
};

// Bit 63 says that the page is in memory, bit 62 that it is in swap.
const isTouched = (entries: Buffer, index: number): boolean => (entries[index * 8 + 7] ?? 0) >= 0x40;

const extend = (ranges: {start: number; end: number}[], start: number, pageSize: number): void => {
	const last = ranges.at(-1);
	if (last?.end === start) last.end += pageSize;
	else ranges.push({start, end: start + pageSize});
};
