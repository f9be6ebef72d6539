import type {HeldBytes} from '../../platform/linux/held-bytes.ts';
import {isRead} from '../../platform/linux/held-bytes.ts';
import {halfWordAt, wordAt} from '../../platform/linux/words.ts';
import type {Addressable} from './addressable.ts';
import {chunkFlags, chunkUnits} from './layout.ts';

/** The words at the beginning of a free chunk; overwritten by the next one that is read. */
export type Chunk = {
	/** Bytes. */
	size: number;
	/** Addresses of the next and the previous one in its list; NaN where they are none. */
	next: number;
	previous: number;
	/** The next one in a list that is linked one way, whose links are mixed with their own place from 2.32 on. */
	nextFast: number;
};

/** Reads chunks: `read` is undefined where there is none that a free list can lead to. */
export type ChunkReader = {
	readonly read: (address: number) => Chunk | undefined;
	/** Forgets what it has read, for the lists may have changed. */
	readonly forget: () => void;
};

/**
 * Reads chunks by the page that they begin in, some of which it keeps: those of a list often lie one behind the other. A
 * page with the beginning of a chunk was touched by the process, so none is mapped into it by reading.
 */
export const createChunkReader = (
	memory: Pick<HeldBytes, 'readNow'>,
	addressable: Addressable,
): ChunkReader => {
	const pages = Array.from({length: pageCount}, () => ({start: Number.NaN, bytes: noBytes}));
	const crossing = Buffer.alloc(beginning);
	const chunk: Chunk = {size: Number.NaN, next: Number.NaN, previous: Number.NaN, nextFast: Number.NaN};

	const pageAt = (start: number): Buffer | undefined => {
		const page = pages[(start / pageSize) % pageCount];
		if (page === undefined || page.start === start) return page?.bytes;
		if (page.bytes.length === 0) page.bytes = Buffer.alloc(pageSize);
		page.start = isRead(memory, start, page.bytes) ? start : Number.NaN;
		return page.start === start ? page.bytes : undefined;
	};

	const take = (address: number, bytes: Buffer, at: number): Chunk | undefined => {
		const word = wordAt(bytes, at + 8);
		const flags = word % 8;
		chunk.size = word - flags;
		// Chunks that are mapped by themselves are in no list.
		const isSound =
			chunk.size >= chunkUnits.smallest &&
			chunk.size % chunkUnits.step === 0 &&
			!(flags & chunkFlags.isMapped);
		if (!isSound) return undefined;
		chunk.next = wordAt(bytes, at + 16);
		chunk.previous = wordAt(bytes, at + 24);
		chunk.nextFast = nextFastOf(address, bytes, at + 16);
		return chunk;
	};

	return {
		read: address => {
			if (address % chunkUnits.step !== 0 || !addressable(address, beginning)) return undefined;
			const at = address % pageSize;
			if (at + beginning > pageSize)
				return isRead(memory, address, crossing) ? take(address, crossing, 0) : undefined;
			const bytes = pageAt(address - at);
			return bytes && take(address, bytes, at);
		},
		forget: () => {
			for (const page of pages) page.start = Number.NaN;
		},
	};
};

const pageSize = 4096;
const pageCount = 256;
const beginning = 32;
const noBytes = Buffer.alloc(0);

// `REVEAL_PTR`: the link is mixed with the place it stands at, without its last twelve bits.
const nextFastOf = (address: number, bytes: Buffer, at: number): number => {
	const place = Math.floor((address + 16) / 4096);
	const low = (halfWordAt(bytes, at) ^ (place % 2 ** 32)) >>> 0;
	const high = (halfWordAt(bytes, at + 4) ^ Math.floor(place / 2 ** 32)) >>> 0;
	return high < 0x8000 ? high * 2 ** 32 + low : Number.NaN;
};
