import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import {touchedLength} from '../../platform/linux/touched-pages.ts';
import {wordAt} from '../../platform/linux/words.ts';

/** The two words that a chunk begins with, unchecked; overwritten by the next ones that are read. */
export type Header = {
	/** Bytes of the chunk; NaN where no chunk is that large. */
	size: number;
	/** The lowest three bits of the size: see `chunkFlags`. */
	flags: number;
	/** Bytes of the chunk before, where that is free. */
	previousSize: number;
};

/** Reads headers: `read` is undefined where the process has no memory, or has never touched it. */
export type HeaderReader = {
	/** At an address that is a multiple of 16. */
	readonly read: (address: number) => Header | undefined;
	/** Forgets what it has read, for that may have changed. */
	readonly forget: () => void;
};

/** What headers are read from. */
export type HeaderOptions = {
	readonly memory: Pick<HeldBytes, 'readNow'>;
	readonly pagemap: Pick<HeldBytes, 'readNow'>;
	/** Bytes in a page. */
	readonly pageSize: number;
};

/**
 * Reads headers by the piece of memory that they lie in: the longer the more of them were read one behind the other, a page
 * after a large chunk was jumped over.
 */
export const createHeaderReader = ({memory, pagemap, pageSize}: HeaderOptions): HeaderReader => {
	const buffer = Buffer.alloc(longestPiece);
	const header: Header = {size: Number.NaN, flags: 0, previousSize: Number.NaN};
	let [start, end, pages] = [0, 0, 1];

	const load = (address: number): void => {
		const isNext = address >= end && address - end < pageSize;
		pages = isNext ? Math.min(pages * 2, longestPiece / pageSize) : 1;
		const until = address - (address % pageSize) + pages * pageSize;
		start = address;
		end = address + readTouched(address, until);
	};

	const readTouched = (address: number, until: number): number => {
		try {
			const length = touchedLength(pagemap, {start: address, end: until}, pageSize);
			return length === 0 ? 0 : memory.readNow(address, buffer.subarray(0, length));
		} catch {
			return 0;
		}
	};

	return {
		read: address => {
			if (address < start || address + headerSize > end) load(address);
			if (address + headerSize > end) return undefined;
			const at = address - start;
			const low = buffer.readUInt32LE(at + 8);
			const high = buffer.readUInt32LE(at + 12);
			header.flags = low & 7;
			header.size = high < 0x10000 ? high * 2 ** 32 + low - header.flags : Number.NaN;
			if ((low & 1) === 0) header.previousSize = wordAt(buffer, at);
			return header;
		},
		forget: () => {
			[start, end, pages] = [0, 0, 1];
		},
	};
};

const longestPiece = 64 * 1024;
const headerSize = 16;
