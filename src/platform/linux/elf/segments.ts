import type {ByteSource} from '../byte-source.ts';
import {halfWordAt, wordAt} from '../words.ts';
import type {ElfHeader} from './header.ts';
import {readTable} from './table.ts';

/** A part of the file that is mapped into memory, or a note about it. */
export type Segment = {
	readonly type: number;
	/** Where it lies in memory when the program is loaded where it was linked for. */
	readonly address: number;
	readonly memorySize: number;
	readonly offset: number;
	readonly fileSize: number;
	readonly isWritable: boolean;
};

/** Types of segments. */
export const segmentTypes = {load: 1, note: 4} as const;

/** The segments of a program in the order of the file. Throws ImageError. */
export const readSegments = async (file: ByteSource, {segments}: ElfHeader): Promise<readonly Segment[]> =>
	(await readTable(file, segments, 56)).map(toSegment).filter(hasPlace);

/** The file by the addresses that its bytes have when the program is loaded where it was linked for. */
export const byAddress = (file: ByteSource, segments: readonly Segment[]): ByteSource => ({
	read: async (address, length) => {
		const segment = segments.find(
			({type, address: start, fileSize}) =>
				type === segmentTypes.load && address >= start && address < start + fileSize,
		);
		if (segment === undefined) return Buffer.alloc(0);
		const within = address - segment.address;
		return file.read(segment.offset + within, Math.min(length, segment.fileSize - within));
	},
});

const toSegment = (entry: Buffer): Segment => ({
	type: halfWordAt(entry, 0),
	isWritable: (halfWordAt(entry, 4) & 2) !== 0,
	offset: wordAt(entry, 8),
	address: wordAt(entry, 16),
	fileSize: wordAt(entry, 32),
	memorySize: wordAt(entry, 40),
});

const hasPlace = ({address, memorySize, offset, fileSize}: Segment): boolean =>
	Number.isSafeInteger(address + memorySize) && Number.isSafeInteger(offset + fileSize);
