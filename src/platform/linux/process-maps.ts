import type {ByteSource, Range} from './byte-source.ts';
import {linesOf} from './lines.ts';

/** A stretch of the address space of a process, see proc_pid_maps(5). */
export type Mapping = {
	readonly start: number;
	/** First address behind it. */
	readonly end: number;
	readonly isReadable: boolean;
	readonly isWritable: boolean;
	/** Bytes into its file at which it begins; 0 without a file. */
	readonly offset: number;
	/** Path of the file it shows, or what the kernel calls it, for example `[heap]`; empty for memory of its own. */
	readonly file: string;
};

/** The mappings of a process, ascending, from its `maps` file. What is longer than any real program's is cut. */
export const readMappings = async (file: ByteSource): Promise<readonly Mapping[]> => {
	const mappings: Mapping[] = [];
	for await (const lines of linesOf(file, lengthLimit)) {
		for (const line of lines) addMapping(mappings, line);
	}
	return mappings;
};

/** True when all `length` bytes from `address` on lie in one mapping that can be read and written. */
export const isWritableMemory = (mappings: readonly Mapping[], address: number, length: number): boolean =>
	mappings.some(
		({start, end, isReadable, isWritable}) =>
			isReadable && isWritable && address >= start && address + length <= end,
	);

/** The parts of a range that can be read, ascending. */
export const readableParts = (mappings: readonly Mapping[], range: Range): readonly Range[] =>
	mappings
		.filter(({start, end, isReadable}) => isReadable && start < range.end && end > range.start)
		.map(({start, end}) => ({start: Math.max(start, range.start), end: Math.min(end, range.end)}));

/** One line of `maps`; undefined when it is none, or when its addresses are those of the kernel. */
export const parseMapping = (line: string): Mapping | undefined => {
	const parts = pattern.exec(line);
	if (parts === null) return undefined;
	const [, from = '', to = '', read, write, offset = '', file = ''] = parts;
	const start = Number.parseInt(from, 16);
	const end = Number.parseInt(to, 16);
	if (start >= end || !Number.isSafeInteger(end)) return undefined;
	return {
		start,
		end,
		isReadable: read === 'r',
		isWritable: write === 'w',
		offset: Number.parseInt(offset, 16),
		file,
	};
};

// Addresses, permissions, offset, device, inode, and perhaps a name.
const pattern = /^([0-9a-f]{1,16})-([0-9a-f]{1,16}) ([r-])([w-])[x-][ps] ([0-9a-f]{1,16}) \S+ \d+ *(.*)$/;

// Bytes; a process has 65,530 mappings at most unless its system was told otherwise.
const lengthLimit = 16 * 1024 * 1024;

const addMapping = (mappings: Mapping[], line: string): void => {
	const mapping = parseMapping(line);
	if (mapping !== undefined) mappings.push(mapping);
};
