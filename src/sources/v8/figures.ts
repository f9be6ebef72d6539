import type {Isolate, SpaceAddress} from './isolate.ts';
import {areaFields, type Layout, spaceFields, spaceIds} from './layout.ts';
import {pageAlignment} from './page.ts';
import type {Snapshot} from './snapshot.ts';

/** What an isolate's heap holds at one moment, in bytes. */
export type Figures = {
	/** Of objects, garbage that no collection has found yet included: `heapUsed`. */
	readonly used: number;
	/** Of pages: `heapTotal`. */
	readonly total: number;
	/** What of the pages is not used, by the kind of space; together `total` less `used`. */
	readonly free: FreeBytes;
};

/** Kinds of spaces. */
export type SpaceKind = 'new' | 'old' | 'code' | 'large' | 'other';

/** Free bytes in the pages of each kind of space. */
export type FreeBytes = Readonly<Record<SpaceKind, number>>;

/**
 * Reckons what `v8::Isolate::GetHeapStatistics` would answer now, from `Heap::CommittedMemory` and `Heap::SizeOfObjects`
 * (src/heap/heap.cc). Undefined where the numbers contradict each other.
 */
export const figuresOf = (isolate: Isolate, snapshot: Snapshot): Figures | undefined => {
	const free = {new: 0, old: 0, code: 0, large: 0, other: 0};
	let [used, total] = [0, 0];
	for (const space of isolate.spaces) {
		const committed = committedBy(isolate, space, snapshot);
		const taken = usedIn(isolate, space, snapshot);
		// Also false where one of them is no number.
		const isSound = taken >= 0 && taken <= committed && committed % smallestPage === 0;
		if (!isSound) return undefined;
		used += taken;
		total += committed;
		free[kindOf(space.id, isolate.layout)] += committed - taken;
	}
	return total <= addressSpace ? {used, total, free} : undefined;
};

const smallestPage = 4096;
const addressSpace = 2 ** 47;

const kindOf = (id: number, {firstLarge}: Layout): SpaceKind => {
	if (id >= firstLarge) return 'large';
	if (id === spaceIds.new) return 'new';
	if (id === spaceIds.old) return 'old';
	return id === spaceIds.code ? 'code' : 'other';
};

const committedBy = ({layout, newSpace}: Isolate, {id, address}: SpaceAddress, {word}: Snapshot): number => {
	if (id !== spaceIds.new) return word(address + spaceFields.committed);
	if (newSpace.paged !== undefined) return word(newSpace.paged + spaceFields.committed);
	const {to, from} = layout.newSpace;
	return word(address + to + spaceFields.committed) + word(address + from + spaceFields.committed);
};

const usedIn = (isolate: Isolate, {id, address}: SpaceAddress, snapshot: Snapshot): number => {
	const {layout, newSpace, areas} = isolate;
	if (id >= layout.firstLarge) return largeObjectsIn(layout, address, snapshot);
	if (id === spaceIds.new) {
		if (newSpace.paged === undefined) return usedInHalves(isolate, snapshot);
		return sizeOfPaged(layout, newSpace.paged, snapshot) - remainderOf(newSpace.area, snapshot);
	}
	// What an allocator has taken but not handed out counts in the size, and the statistics give it back first.
	const area = areas.find(other => other.id === id);
	return sizeOfPaged(layout, address, snapshot) - (area ? remainderOf(area.address, snapshot) : 0);
};

// `AllocationStats` has what its pages can hold and what they ever could before the size, and before those stands the
// most that one page can hold: NaN where that does not fit together.
const sizeOfPaged = ({pagedSize}: Layout, address: number, {word}: Snapshot): number => {
	const size = word(address + pagedSize);
	const most = word(address + pagedSize - 8);
	const capacity = word(address + pagedSize - 16);
	const pageArea = word(address + pagedSize - 24);
	const isWhole = size <= capacity && capacity <= most && pageArea > 0 && pageArea <= pageAlignment;
	return isWhole && capacity <= word(address + spaceFields.committed) ? size : Number.NaN;
};

// A `LargeObjectSpace` has its size in pages, which is what it has committed, and their number (32 bits) before that of its objects.
const largeObjectsIn = ({largeSize}: Layout, address: number, {word, halfWord}: Snapshot): number => {
	const size = word(address + largeSize - 16);
	const pages = halfWord(address + largeSize - 8);
	const isWhole = size === word(address + spaceFields.committed) && pages * smallestPage <= size;
	return isWhole && pages > 0 === size > 0 ? word(address + largeSize) : Number.NaN;
};

const remainderOf = (area: number, {word}: Snapshot): number => {
	const remainder = word(area + areaFields.limit) - word(area + areaFields.top);
	return remainder >= 0 && remainder <= pageAlignment ? remainder : Number.NaN;
};

// All pages before the current one count as full, as `SemiSpaceNewSpace::Size` has it.
const usedInHalves = ({layout, newSpace}: Isolate, snapshot: Snapshot): number => {
	const {to, capacity, areaStart, areaSize, quarantined} = layout.newSpace;
	const {word} = snapshot;
	const bytes = word(newSpace.address + capacity);
	const committed = word(newSpace.address + to + spaceFields.committed);
	const left = quarantined === undefined ? 0 : word(newSpace.address + quarantined);
	if (!(bytes % pageAlignment === 0 && bytes <= committed)) return Number.NaN;
	const top = topOf(layout, newSpace, snapshot);
	// An allocator that has no page yet, or none any more; before 13.6 there always is one.
	if (top === 0) return quarantined === undefined ? Number.NaN : left;
	const inPage = ((top - 1) % pageAlignment) + 1 - areaStart;
	if (!(inPage >= 0 && inPage <= areaSize && bytes > 0)) return Number.NaN;
	return (bytes / pageAlignment - 1) * areaSize + inPage + left;
};

// The allocator's own top is the newer one, unless it allocates somewhere else now.
const topOf = ({newSpace: {top}}: Layout, {address, area}: Isolate['newSpace'], {word}: Snapshot): number => {
	const handedOut = word(area + areaFields.top);
	if (top === undefined) return handedOut;
	const own = word(address + top);
	return handedOut !== 0 && word(area + areaFields.limit) === own ? handedOut : own;
};
