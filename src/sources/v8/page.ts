import {wordAt} from '../../platform/linux/words.ts';

/** A page of V8's heap: a piece of memory that begins at a multiple of 256 KiB and says whose it is. */
export type Page = {
	/** Where it begins. */
	readonly start: number;
	/** Bytes of it; more than 256 KiB for a large object, and also less. */
	readonly size: number;
	/** Address of the `Heap` it belongs to. */
	readonly heap: number;
	readonly kind: PageKind;
	/** Address of the space it belongs to, or of a half of the new one. */
	readonly owner: number;
	/** Address of its description. */
	readonly description: number;
	/** Where objects begin in it, in bytes behind `start`, and how many bytes of them it can hold. */
	readonly areaStart: number;
	readonly areaSize: number;
	/** Bytes of objects that it counts. */
	readonly allocated: number;
};

/**
 * Where the description of a page is: in the page itself until V8 11 or so, later apart from it in `MemoryChunk` (V8 12)
 * or `MemoryChunkMetadata` (from V8 13 on); see memory-chunk-layout.h, memory-chunk.h and memory-chunk-metadata.h in
 * src/heap.
 */
export type PageKind = 'in the page' | 'memory chunk' | 'metadata';

/** Bytes at whose multiples pages begin. */
export const pageAlignment = 256 * 1024;

/** Bytes of a description, and of the beginning of a page that has to be read. */
export const descriptionSize = 96;

/** The page that begins at `start` with these bytes, if it describes itself; pages of the read-only space do not count. */
export const parsePage = (bytes: Buffer, start: number): Page | undefined =>
	parseDescription(bytes, {start, description: start}, 'in the page');

/** Address at which the description of a page is that begins with these bytes, if it is not in the page itself. */
export const descriptionOf = (bytes: Buffer): number => wordAt(bytes, 8);

/** The page that has these bytes, from another address, as its description. */
export const parseApart = (bytes: Buffer, place: Pick<Page, 'start' | 'description'>): Page | undefined =>
	parseDescription(bytes, place, 'memory chunk') ?? parseDescription(bytes, place, 'metadata');

/** Offsets in a description; `base` is where it says again where the page begins. */
type Fields = Readonly<
	Record<'size' | 'heap' | 'areaStart' | 'areaEnd' | 'allocated' | 'owner', number> & {base?: number}
>;

const fieldsOf: Readonly<Record<PageKind, Fields>> = {
	'in the page': {size: 0, heap: 16, areaStart: 24, areaEnd: 32, allocated: 40, owner: 64},
	'memory chunk': {base: 8, size: 16, heap: 24, areaStart: 32, areaEnd: 40, allocated: 48, owner: 72},
	metadata: {base: 8, size: 16, allocated: 24, areaEnd: 56, heap: 64, areaStart: 72, owner: 80},
};

const parseDescription = (
	bytes: Buffer,
	{start, description}: Pick<Page, 'start' | 'description'>,
	kind: PageKind,
): Page | undefined => {
	const fields = fieldsOf[kind];
	const size = wordAt(bytes, fields.size);
	const heap = wordAt(bytes, fields.heap);
	const areaStart = wordAt(bytes, fields.areaStart);
	const areaEnd = wordAt(bytes, fields.areaEnd);
	const allocated = wordAt(bytes, fields.allocated);
	const owner = wordAt(bytes, fields.owner);
	const isWhole =
		(fields.base === undefined || wordAt(bytes, fields.base) === start) &&
		isSize(size) &&
		areaStart >= start &&
		areaStart <= start + headerLimit &&
		areaEnd > areaStart &&
		areaEnd <= start + size &&
		allocated <= size;
	// Without an owner a page belongs to the read-only space, which no isolate counts.
	if (!(isWhole && isObject(heap) && isObject(owner))) return undefined;
	const area = {areaStart: areaStart - start, areaSize: areaEnd - areaStart};
	return {start, size, heap, kind, owner, description, ...area, allocated};
};

// Code begins on the second page of the system, whose size may be 64 KiB.
const headerLimit = 2 * 64 * 1024;

const isSize = (size: number): boolean => size > 0 && size % 4096 === 0 && size <= 2 ** 40;

const isObject = (address: number): boolean => address >= 4096 && address % 8 === 0 && address < 2 ** 47;
