import {halfWordAt, wordAt} from '../../platform/linux/words.ts';
import type {Isolate, NewSpaceAddress, SpaceAddress} from './isolate.ts';
import {allocatorFields, areaFields, gcStates, type Layout, spaceFields, spaceIds} from './layout.ts';
import type {MemoryView} from './memory-view.ts';
import type {Page} from './page.ts';

/**
 * The isolate that a page belongs to, in the layout that fits it: undefined where none does. One fits when every space in
 * its table says of itself that it has that number and belongs to that heap, which no other object does by chance.
 */
export const locateIsolate = (
	view: MemoryView,
	{heap, kind}: Pick<Page, 'heap' | 'kind'>,
	layouts: readonly Layout[],
): Isolate | undefined => {
	for (const layout of layouts) {
		const isolate = layout.page === kind ? locateBy(view, heap, layout) : undefined;
		if (isolate) return isolate;
	}
	return undefined;
};

const locateBy = (view: MemoryView, heap: number, layout: Layout): Isolate | undefined => {
	if (!isInUse(view, heap, layout)) return undefined;
	const spaces = readSpaces(view, heap, layout);
	const fresh = spaces?.find(({id}) => id === spaceIds.new);
	const areas = readAreas(view, heap, layout);
	const area = areas?.find(({id}) => id === spaceIds.new) ?? ownArea(view, fresh, layout);
	const limits = readLimits(view, heap, layout);
	if (!spaces || !fresh || !areas || !area || limits === 'unreadable') return undefined;
	if (areas.some(({id}) => !spaces.some(space => space.id === id))) return undefined;
	const newSpace = locateNewSpace(view, {heap, layout, address: fresh.address, area: area.address});
	return (
		newSpace && {heap, layout, spaces, newSpace, areas: areas.filter(({id}) => id !== spaceIds.new), limits}
	);
};

// Pages that V8 keeps for later still name the heap they came from, which may be no more.
const isInUse = (view: MemoryView, heap: number, {heap: {state}}: Layout): boolean => {
	// Where that is not known, the pointers of its spaces to it tell.
	if (state === undefined) return true;
	const bytes = view.read(heap + state, 4);
	return bytes !== undefined && halfWordAt(bytes, 0) < gcStates.tearDown;
};

const readSpaces = (
	view: MemoryView,
	heap: number,
	{heap: {spaces, spaceCount}}: Layout,
): readonly SpaceAddress[] | undefined => {
	const table = view.read(heap + spaces, spaceCount * 8);
	if (!table) return undefined;
	const found: SpaceAddress[] = [];
	for (let id = 0; id < spaceCount; id += 1) {
		const address = wordAt(table, id * 8);
		if (address === 0) continue;
		if (!isSpace(view, address, {heap, id})) return undefined;
		if (id !== spaceIds.readOnly) found.push({id, address});
	}
	return found.length >= spacesAtLeast ? found : undefined;
};

// New, old and code space, and those for large objects.
const spacesAtLeast = 5;

const isSpace = (view: MemoryView, address: number, {heap, id}: {heap: number; id: number}): boolean => {
	const bytes = view.read(address, spaceFields.size);
	return (
		bytes !== undefined &&
		wordAt(bytes, spaceFields.heap) === heap &&
		halfWordAt(bytes, spaceFields.id) === id
	);
};

// Of every allocator the area, by the number of the space that it allocates in.
const readAreas = (
	view: MemoryView,
	heap: number,
	{heap: {allocator, spaces}, allocators}: Layout,
): readonly SpaceAddress[] | undefined => {
	if (allocator === undefined) return [];
	const base = pointerAt(view, heap + allocator);
	const areas = allocators.map(([id, offset]) => {
		const bytes = view.read(base + offset, allocatorFields.size);
		const address = bytes ? wordAt(bytes, allocatorFields.allocationArea) : Number.NaN;
		const isOwn =
			bytes !== undefined &&
			wordAt(bytes, allocatorFields.heap) === heap &&
			wordAt(bytes, allocatorFields.space) === pointerAt(view, heap + spaces + id * 8);
		return isOwn && view.read(address, areaFields.size) ? {id, address} : undefined;
	});
	return areas.every(area => area !== undefined) ? areas : undefined;
};

const ownArea = (
	view: MemoryView,
	space: SpaceAddress | undefined,
	{newSpace: {allocationArea}}: Layout,
): SpaceAddress | undefined => {
	if (!space || allocationArea === undefined) return undefined;
	const address = pointerAt(view, space.address + allocationArea);
	return view.read(address, areaFields.size) ? {id: space.id, address} : undefined;
};

const readLimits = (
	view: MemoryView,
	heap: number,
	{heap: {limits, maxOldGeneration}}: Layout,
): number | undefined | 'unreadable' => {
	if (limits === undefined || maxOldGeneration === undefined) return undefined;
	const address = pointerAt(view, heap + limits);
	return view.read(address, maxOldGeneration + 8) ? address : 'unreadable';
};

type NewSpacePlace = {
	readonly heap: number;
	readonly layout: Layout;
	readonly address: number;
	readonly area: number;
};

// Both halves are spaces with the number of the new one, or there is one such space in it, of pages.
const locateNewSpace = (
	view: MemoryView,
	{heap, layout, address, area}: NewSpacePlace,
): NewSpaceAddress | undefined => {
	const isNested = (offset: number): boolean => isSpace(view, address + offset, {heap, id: spaceIds.new});
	const {to, from} = layout.newSpace;
	if (isNested(to) && isNested(from)) return {address, area, paged: undefined};
	const nested = nestedOffsets.filter(isNested);
	const [only] = nested;
	// Before there was an allocator, such pages were an experiment whose area is somewhere else.
	if (only === undefined || nested.length > 1 || layout.heap.allocator === undefined) return undefined;
	return {address, area, paged: address + only};
};

// Behind the fields that every space has.
const nestedOffsets = Array.from({length: 96}, (_, index) => spaceFields.size + index * 8);

const pointerAt = (view: MemoryView, address: number): number => {
	const bytes = view.read(address, 8);
	return bytes ? wordAt(bytes, 0) : Number.NaN;
};
