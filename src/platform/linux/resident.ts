import {systemClock} from '../../model/clock.ts';
import {type ByteSource, pieceLimit, type Range} from './byte-source.ts';
import {linesOf} from './lines.ts';
import type {NativeProcess} from './native-process.ts';
import {parseMapping} from './process-maps.ts';

/** Resident bytes of a process: all of them, and those within some ranges of its memory. */
export type Resident = {
	readonly all: number;
	readonly within: number;
	/** Milliseconds that it took to count them. */
	readonly cost: number;
};

/**
 * Counts the resident bytes of a process and those in `ranges` (ascending, apart from each other), by the Rss that the
 * kernel tells of each mapping, see proc_pid_smaps(5); where a mapping lies only partly in them, by its pages. The kernel
 * walks the page tables for it, off the main thread. Undefined where that may not be read.
 */
export const countResident = async (
	{lend}: Pick<NativeProcess, 'lend'>,
	ranges: readonly Range[],
	pageSize: number,
): Promise<Resident | undefined> => {
	const begun = systemClock.monotonic();
	const mappings = await lend('smaps', readResidentMappings);
	let [all, within] = [0, 0];
	const partly: Range[] = [];
	for (const mapping of mappings) {
		const parts = overlapping(ranges, mapping);
		all += mapping.rss;
		if (sizeOf(parts) === mapping.end - mapping.start) within += mapping.rss;
		else if (mapping.rss > 0) partly.push(...parts);
	}
	if (partly.length > 0) within += await lend('pagemap', file => countPages(file, partly, pageSize));
	return all > 0 ? {all, within, cost: systemClock.monotonic() - begun} : undefined;
};

type ResidentMapping = Range & {rss: number};

/** The mappings of a `smaps` file with their resident bytes. What is longer than any real program's is cut. */
export const readResidentMappings = async (file: ByteSource): Promise<readonly ResidentMapping[]> => {
	const mappings: ResidentMapping[] = [];
	for await (const lines of linesOf(file, lengthLimit)) {
		for (const line of lines) takeLine(mappings, line);
	}
	return mappings;
};

// Bytes: some 700 for each mapping.
const lengthLimit = 64 * 1024 * 1024;

const takeLine = (mappings: ResidentMapping[], line: string): void => {
	if (line.startsWith('Rss:')) {
		const last = mappings.at(-1);
		if (last) last.rss = Number.parseInt(line.slice(4), 10) * 1024 || 0;
		return;
	}
	const mapping = isNamed(line) ? undefined : parseMapping(line);
	if (mapping) mappings.push({start: mapping.start, end: mapping.end, rss: 0});
};

// Names begin with a capital letter, addresses do not: most lines need no more than a look.
const isNamed = (line: string): boolean => line >= 'A' && line < '[';

const overlapping = (ranges: readonly Range[], {start, end}: Range): readonly Range[] => {
	const parts: Range[] = [];
	for (let at = firstEndingAfter(ranges, start); at < ranges.length; at += 1) {
		const range = ranges[at];
		if (!range || range.start >= end) break;
		parts.push({start: Math.max(start, range.start), end: Math.min(end, range.end)});
	}
	return parts;
};

const firstEndingAfter = (ranges: readonly Range[], address: number): number => {
	let [low, high] = [0, ranges.length];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if ((ranges[middle]?.end ?? 0) > address) high = middle;
		else low = middle + 1;
	}
	return low;
};

const sizeOf = (ranges: readonly Range[]): number =>
	ranges.reduce((sum, {start, end}) => sum + end - start, 0);

// Bit 63 of its entry says that a page is in memory, see proc_pid_pagemap(5).
const countPages = async (
	pagemap: ByteSource,
	ranges: readonly Range[],
	pageSize: number,
): Promise<number> => {
	let pages = 0;
	for (const {start, end} of ranges) {
		const last = Math.ceil(end / pageSize);
		for (let page = Math.floor(start / pageSize); page < last; ) {
			const entries = await pagemap.read(page * 8, Math.min(pieceLimit, (last - page) * 8));
			if (entries.length < 8) break;
			for (let at = 7; at < entries.length; at += 8) pages += (entries[at] ?? 0) >> 7;
			page += Math.floor(entries.length / 8);
		}
	}
	return pages * pageSize;
};
