import {binOfSize} from '../../../src/sources/malloc/bin-of-size.ts';
import type {Stretch} from '../checked-source.ts';
import type {Field} from '../field.ts';

/** Addresses in the process made here; those of the arenas are where their bins begin. */
export const mallocAddresses = {
	heap: 0x5555_5555_9000,
	otherHeap: 0x7eff_e800_0000,
	data: 0x7f00_0020_0000,
	mainBins: 0x7f00_0020_0c60 + 112,
	otherBins: 0x7eff_e800_0030 + 112,
	cache: 0x7f00_0020_0340 + 104,
} as const;

/** Bytes of the parts of its memory. */
export const mallocSizes = {heap: 0x1_0000, otherHeap: 0x8000, data: 0x2000, mapped: 0x3000} as const;

/** What its free chunks and its tops hold, in bytes. */
export const mallocFree = {
	bins: 0x500 + 0x90 + 0x90 + 0x400 + 0x20 + 0x20 + 0x110,
	top: 0x4000 + 0x2000,
} as const;

/** The memory of a process with two arenas and a few free chunks, and what numbers stand in it. */
export type MallocMemory = {
	readonly bytes: Buffer;
	readonly fields: readonly Field[];
	/** The same bytes by address. */
	readonly stretches: readonly Stretch[];
};

/** Makes one, as glibc 2.36 would leave it. */
export const mallocMemory = (): MallocMemory => {
	const {heap, otherHeap, data} = mallocSizes;
	const bytes = Buffer.alloc(heap + otherHeap + data);
	const stretches = [
		{start: mallocAddresses.heap, bytes: bytes.subarray(0, heap)},
		{start: mallocAddresses.otherHeap, bytes: bytes.subarray(heap, heap + otherHeap)},
		{start: mallocAddresses.data, bytes: bytes.subarray(heap + otherHeap)},
	];
	const fields = new Map<number, Field>();
	const put = (address: number, name: string, value: number): void => {
		const stretch = stretches.find(({start, bytes: own}) => address >= start && address < start + own.length);
		if (stretch === undefined) throw new Error(`expected an address of the image, got ${address}`);
		const offset = stretch.bytes.byteOffset - bytes.byteOffset + address - stretch.start;
		bytes.writeBigUInt64LE(BigInt(value), offset);
		if (!fields.has(offset)) fields.set(offset, {name, offset, size: 8});
	};
	putAll(put);
	return {bytes, fields: [...fields.values()], stretches};
};

type Put = (address: number, name: string, value: number) => void;

const putAll = (put: Put): void => {
	const {heap, otherHeap, mainBins, otherBins} = mallocAddresses;
	putParameters(put);
	putArena(put, {bins: mainBins, next: otherBins, systemMem: mallocSizes.heap, top: heap + 0xc000});
	putArena(put, {bins: otherBins, next: mainBins, systemMem: mallocSizes.otherHeap, top: otherHeap + 0x6000});
	put(heap + 0xc008, 'top size', 0x4001);
	put(otherHeap + 0x6008, 'top size', 0x2001);
	const description = {0: otherBins - 112, 8: 0, 16: mallocSizes.otherHeap, 24: mallocSizes.otherHeap};
	for (const [offset, value] of Object.entries(description)) put(otherHeap + Number(offset), 'heap', value);
	putList(put, mainBins, 1, [[heap + 0x400, 0x500]]);
	putList(put, mainBins, binOfSize(0x90), [
		[heap + 0x1000, 0x90],
		[heap + 0x2000, 0x90],
	]);
	putList(put, mainBins, binOfSize(0x400), [[heap + 0x3ff0, 0x400]]);
	putList(put, otherBins, binOfSize(0x110), [[otherHeap + 0x2000, 0x110]]);
	putFastList(put, mainBins, [heap + 0x5000, heap + 0x6000]);
	const mainFree = [
		[0x400, 0x500],
		[0x1000, 0x90],
		[0x2000, 0x90],
		[0x3ff0, 0x400],
		[0x5000, 0],
		[0x6000, 0],
	] as const;
	putRow(put, {start: heap, end: heap + 0xc000, flags: 1}, mainFree);
	putRow(put, {start: otherHeap, end: otherHeap + 0x6000, flags: 5, first: 0x8d0}, [[0x2000, 0x110]]);
};

type Row = {readonly start: number; readonly end: number; readonly flags: number; readonly first?: number};

// Fills what is between the free chunks, by offset and size, with chunks in use; one of them begins where a size is 0.
const putRow = (
	put: Put,
	{start, end, flags, first = 0}: Row,
	free: readonly (readonly [number, number])[],
): void => {
	let [address, before] = [start + first, 0];
	for (const [offset, size] of [...free, [end - start, 0] as const]) {
		while (address < start + offset) {
			const left = start + offset - address;
			const length = left < 2 * fillerSize ? left : fillerSize;
			if (before > 0) put(address, 'previous in row', before);
			put(address + 8, 'size in row', length + flags - (before > 0 ? 1 : 0));
			[address, before] = [address + length, 0];
		}
		[address, before] = [address + size, size];
	}
};

const fillerSize = 0x20;

const putParameters = (put: Put): void => {
	const {cache, heap} = mallocAddresses;
	const words = {
		...{[-104]: 131_072, [-96]: 131_072, [-88]: 131_072, [-80]: 8},
		...{[-48]: 2 ** 32, [-40]: 2 ** 32 + 65_536, [-24]: mallocSizes.mapped, [-16]: mallocSizes.mapped},
		...{[-8]: heap, 0: 64, 8: 1032, 16: 7},
	};
	for (const [offset, value] of Object.entries(words)) put(cache + Number(offset), 'parameter', value);
};

type ArenaFields = {
	readonly bins: number;
	readonly next: number;
	readonly systemMem: number;
	readonly top: number;
};

const putArena = (put: Put, {bins, next, systemMem, top}: ArenaFields): void => {
	for (let bin = 1; bin <= 127; bin += 1) putList(put, bins, bin, []);
	for (let fast = 0; fast < 10; fast += 1) put(bins - 96 + fast * 8, 'fast bin', 0);
	put(bins - 16, 'top', top);
	put(bins + 2048, 'next', next - 112);
	put(bins + 2064, 'attached', 1);
	put(bins + 2072, 'system', systemMem);
	put(bins + 2080, 'most', systemMem);
};

// Each chunk by address and size; a bin is linked as if it were one.
const putList = (
	put: Put,
	bins: number,
	bin: number,
	chunks: readonly (readonly [number, number])[],
): void => {
	const self = bins + (bin - 1) * 16 - 16;
	const addresses = [self, ...chunks.map(([address]) => address), self];
	addresses.slice(0, -1).forEach((address, index) => {
		const next = addresses[index + 1] ?? self;
		put(address + 16, 'next in list', next);
		put(next + 24, 'previous in list', address);
	});
	for (const [address, size] of chunks) put(address + 8, 'free size', size + 1);
};

// Chunks of 32 bytes; the links are mixed with where they stand.
const putFastList = (put: Put, bins: number, chunks: readonly number[]): void => {
	put(bins - 96, 'fast bin', chunks[0] ?? 0);
	chunks.forEach((address, index) => {
		const mixed = BigInt(chunks[index + 1] ?? 0) ^ (BigInt(address + 16) >> 12n);
		put(address + 8, 'chunk size', 0x21);
		put(address + 16, 'fast link', Number(mixed));
	});
};
