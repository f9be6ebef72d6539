import {allocatorFields, areaFields, type Layout, spaceFields} from '../../../src/sources/v8/layout.ts';
import {descriptionSize, pageAlignment} from '../../../src/sources/v8/page.ts';
import type {Field} from '../field.ts';

/** Where the parts of an image lie in memory. */
export const v8Addresses = {
	/** The runtime's own objects, and the `Heap` among them. */
	objects: 0x1000_0000,
	heap: 0x1001_0000,
	/** The first page of the heap. */
	page: 0x2000_0000,
} as const;

/** Bytes of the runtime's own objects, behind which the image has the beginning of a page. */
export const objectsSize = 0x20000;

/** What the isolate in an image says. */
export const plainFigures = {
	/** In each paged space and each space for large objects. */
	committed: 4 * pageAlignment,
	used: 700_000,
	/** In each half of the new space, of which two pages are in use, the second one with so many bytes. */
	half: 4 * pageAlignment,
	inPage: 5000,
	/** Of each allocation area but the new space's. */
	remainder: 400,
	collections: 12,
	major: 5,
} as const;

/** An image, and where its fields are. */
export type V8Image = {readonly bytes: Buffer; readonly fields: readonly Field[]};

/** A process with one isolate of this layout, of whose pages there is one. */
export const v8Image = (layout: Layout): V8Image => {
	const writer = createWriter(1);
	writeObjects(writer, layout);
	writePage(writer, layout, {index: 0, owner: spaceAt(2), ...plainPage});
	return writer;
};

/** The same with all pages, which add up to what the spaces say of them, as those of a running process do. */
export const wholeV8Image = (layout: Layout): V8Image => {
	const ids = Array.from({length: layout.heap.spaceCount - 2}, (_, index) => index + 2);
	const writer = createWriter(1 + pagesOfSpace * ids.length);
	writeObjects(writer, layout);
	const {to, capacity, areaStart, areaSize} = layout.newSpace;
	writePage(writer, layout, {index: 0, owner: spaceAt(1) + to, areaStart, areaSize, allocated: 0});
	writer.word(spaceAt(1) + capacity + 0x18, descriptionAt, 'current page');
	for (const [place, id] of ids.entries()) {
		for (let index = 0; index < pagesOfSpace; index += 1)
			writePage(writer, layout, {
				index: 1 + place * pagesOfSpace + index,
				owner: spaceAt(id),
				...plainPage,
			});
	}
	return writer;
};

const pagesOfSpace = 4;

const writeObjects = (writer: Writer, layout: Layout): void => {
	const {heap} = v8Addresses;
	const spaces = Array.from({length: layout.heap.spaceCount}, (_, id) => (id === 0 ? 0 : spaceAt(id)));
	for (const [id, address] of spaces.entries()) {
		writer.word(heap + layout.heap.spaces + id * 8, address, `space ${id}`);
		if (address !== 0) writeSpace(writer, layout, id);
	}
	writeNewSpace(writer, layout);
	writeAllocators(writer, layout);
	writeHeap(writer, layout);
};

const spaceAt = (id: number): number => v8Addresses.heap + 0x2000 + id * 0x400;
const allocatorAt = v8Addresses.heap + 0x6000;
const limitsAt = v8Addresses.heap + 0x7000;
const areaAt = (id: number): number => v8Addresses.heap + 0x7800 + id * 0x40;
const descriptionAt = v8Addresses.heap + 0x8000;

type Writer = ReturnType<typeof createWriter>;

const createWriter = (pages: number) => {
	const bytes = Buffer.alloc(objectsSize + pages * descriptionSize);
	const fields: Field[] = [];
	const place = (address: number): number =>
		address >= v8Addresses.page ? placeInPage(address - v8Addresses.page) : address - v8Addresses.objects;
	const add = (address: number, name: string, size: 4 | 8): number => {
		const offset = place(address);
		const isHeader = name.startsWith('page');
		fields.push({name, offset, size, ...(isHeader && {isHeader})});
		return offset;
	};
	return {
		bytes,
		fields,
		word: (address: number, value: number, name: string): void => {
			bytes.writeBigUInt64LE(BigInt(value), add(address, name, 8));
		},
		halfWord: (address: number, value: number, name: string): void => {
			bytes.writeUInt32LE(value, add(address, name, 4));
		},
	};
};

// Of a page only the beginning is in an image.
const placeInPage = (distance: number): number =>
	objectsSize + Math.floor(distance / pageAlignment) * descriptionSize + (distance % pageAlignment);

const writeSpace = (writer: Writer, layout: Layout, id: number): void => {
	const address = spaceAt(id);
	const {committed, used} = plainFigures;
	writer.word(address + spaceFields.heap, v8Addresses.heap, `heap of space ${id}`);
	writer.halfWord(address + spaceFields.id, id, `number of space ${id}`);
	if (id === 1) return;
	writer.word(address + spaceFields.committed, committed, `committed by space ${id}`);
	const isLarge = id >= layout.firstLarge;
	const size = address + (isLarge ? layout.largeSize : layout.pagedSize);
	const before = isLarge
		? {pages: pagesOfSpace, size: committed}
		: {most: committed, capacity: pagesOfSpace * plainPage.areaSize, 'page area': plainPage.areaSize};
	writer.word(size, used, `size of space ${id}`);
	for (const [index, [name, value]] of Object.entries(before).entries())
		writer.word(size - 8 - index * 8, value, `${name} of space ${id}`);
};

const writeNewSpace = (writer: Writer, {newSpace}: Layout): void => {
	const address = spaceAt(1);
	for (const half of [newSpace.to, newSpace.from]) {
		writer.word(address + half + spaceFields.heap, v8Addresses.heap, 'heap of a half');
		writer.halfWord(address + half + spaceFields.id, 1, 'number of a half');
		writer.word(address + half + spaceFields.committed, plainFigures.half, 'committed by a half');
	}
	const top = v8Addresses.page + newSpace.areaStart + plainFigures.inPage;
	writer.word(address + newSpace.capacity, 2 * pageAlignment, 'capacity');
	if (newSpace.top !== undefined) writer.word(address + newSpace.top, top + 1000, 'top of the new space');
	if (newSpace.quarantined !== undefined) writer.word(address + newSpace.quarantined, 0, 'quarantined');
	if (newSpace.allocationArea !== undefined)
		writer.word(address + newSpace.allocationArea, areaAt(1), 'pointer to the area');
	writer.word(areaAt(1) + areaFields.start, top - 1000, 'start of the area');
	writer.word(areaAt(1) + areaFields.top, top, 'top of the area');
	writer.word(areaAt(1) + areaFields.limit, top + 1000, 'limit of the area');
};

const writeAllocators = (writer: Writer, layout: Layout): void => {
	const {allocator} = layout.heap;
	if (allocator === undefined) return;
	writer.word(v8Addresses.heap + allocator, allocatorAt, 'pointer to the allocators');
	for (const [id, offset] of layout.allocators) {
		const address = allocatorAt + offset;
		writer.word(address + allocatorFields.heap, v8Addresses.heap, `heap of allocator ${id}`);
		writer.word(address + allocatorFields.space, spaceAt(id), `space of allocator ${id}`);
		writer.word(address + allocatorFields.allocationArea, areaAt(id), `area of allocator ${id}`);
		if (id === 1) continue;
		writer.word(areaAt(id) + areaFields.start, 0x3000_0000 - 1000, `start of area ${id}`);
		writer.word(areaAt(id) + areaFields.top, 0x3000_0000, `top of area ${id}`);
		writer.word(areaAt(id) + areaFields.limit, 0x3000_0000 + plainFigures.remainder, `limit of area ${id}`);
	}
};

const writeHeap = (writer: Writer, {heap: fields}: Layout): void => {
	const {heap} = v8Addresses;
	if (fields.state !== undefined) {
		writer.halfWord(heap + fields.state, 0, 'state');
		writer.halfWord(heap + fields.state + 0x18, plainFigures.major, 'mark-compacts');
		writer.halfWord(heap + fields.state + 0x1c, plainFigures.collections, 'collections');
	}
	if (fields.maxSemispace !== undefined)
		writer.word(heap + fields.maxSemispace, 16 * 1024 ** 2, 'largest half');
	if (fields.limits !== undefined) writer.word(heap + fields.limits, limitsAt, 'pointer to the limits');
	const limits = fields.limits === undefined ? heap : limitsAt;
	if (fields.maxOldGeneration !== undefined)
		writer.word(limits + fields.maxOldGeneration, 4 * 1024 ** 3, 'largest old generation');
	if (fields.external !== undefined) writer.word(heap + fields.external, 123_456, 'external');
};

type PageFields = {
	/** Which of the pages. */
	readonly index: number;
	readonly owner: number;
	readonly areaStart: number;
	readonly areaSize: number;
	readonly allocated: number;
};

// One of the pages of a space that has four of them.
const plainPage = {areaStart: 4096, areaSize: 258_048, allocated: plainFigures.used / pagesOfSpace};

const writePage = (writer: Writer, {page: kind}: Layout, fields: PageFields): void => {
	const {index, owner, areaStart, areaSize, allocated} = fields;
	const page = v8Addresses.page + index * pageAlignment;
	const start = page + areaStart;
	const values = {
		base: page,
		size: pageAlignment,
		heap: v8Addresses.heap,
		start,
		end: start + areaSize,
		allocated,
		owner,
	};
	const description = descriptionAt + index * descriptionSize;
	if (kind !== 'in the page') writer.word(page + 8, description, 'page: pointer to its description');
	const base = kind === 'in the page' ? page : description;
	for (const [name, offset] of Object.entries(offsets[kind]))
		writer.word(base + offset, values[name as keyof typeof values], `page: ${name}`);
};

const offsets = {
	'in the page': {size: 0, heap: 16, start: 24, end: 32, allocated: 40, owner: 64},
	'memory chunk': {base: 8, size: 16, heap: 24, start: 32, end: 40, allocated: 48, owner: 72},
	metadata: {base: 8, size: 16, allocated: 24, end: 56, heap: 64, start: 72, owner: 80},
} as const;
