import {wordAt} from '../../platform/linux/words.ts';
import {findAllocators} from './discover-allocators.ts';
import {findNewSpace, newSpaceBytes} from './discover-new-space.ts';
import {findSizes, type OwnedSpace, spaceBytes} from './discover-sizes.ts';
import {findSpaceTable, type SpaceTable} from './discover-spaces.ts';
import {groupBy} from './group.ts';
import type {SpaceAddress} from './isolate.ts';
import {type Layout, spaceFields, spaceIds} from './layout.ts';
import type {MemoryView} from './memory-view.ts';
import {type Page, pageAlignment} from './page.ts';

/** A heap of an unknown version. */
export type UnknownHeap = Pick<Page, 'heap' | 'kind'> & {
	/** The memory it is in, of which nothing is read but what the process has touched. */
	readonly view: MemoryView;
	/** Searches for the pages of all heaps. */
	readonly findPages: () => Promise<readonly Page[]>;
	/** The page that begins at an address. */
	readonly pageAt: (address: number) => Page | undefined;
};

/**
 * Finds the layout of a heap by what its objects say of each other, and by its pages. Undefined where anything of that
 * does not fit together: because it is another program's, because a collection is underway, or because the heap changed
 * meanwhile. Only since V8 12 there are allocators, without whose areas a collection would not be seen.
 */
export const discoverLayout = async ({
	view,
	heap,
	kind,
	findPages,
	pageAt,
}: UnknownHeap): Promise<Layout | undefined> => {
	const table = findSpaceTable(view, heap);
	// Looked at before the pages, which take longer.
	if (!table || !findAllocators(view, heap, table.spaces)) return undefined;
	const before = committedBy(view, table.spaces);
	const pages = (await findPages()).filter(page => page.heap === heap);
	const spaces = readSpaces(view, {table, before, pages});
	const allocators = findAllocators(view, heap, table.spaces);
	const sizes = spaces && findSizes(spaces);
	const address = table.spaces.find(({id}) => id === spaceIds.new)?.address ?? Number.NaN;
	const bytes = view.read(address, newSpaceBytes);
	const current = allocators && pageAt(pageStartOf(allocators.newArea.top));
	if (!allocators || !sizes || !bytes || !current) return undefined;
	const {newArea: area, offset: allocator} = allocators;
	const newSpace = findNewSpace({heap, address, bytes, current, area, largeSize: sizes.largeSize});
	return (
		newSpace && {
			page: kind,
			heap: {spaces: table.offset, spaceCount: table.count, allocator},
			...sizes,
			newSpace,
			allocators: allocators.allocators,
		}
	);
};

// A full page ends where its top is.
const pageStartOf = (top: number): number => Math.floor((top - 1) / pageAlignment) * pageAlignment;

const committedBy = (view: MemoryView, spaces: readonly SpaceAddress[]): ReadonlyMap<number, number> =>
	new Map(spaces.map(({id, address}) => [id, committedIn(view.read(address, spaceFields.size))]));

const committedIn = (bytes: Buffer | undefined): number =>
	bytes ? wordAt(bytes, spaceFields.committed) : Number.NaN;

type Search = {
	readonly table: SpaceTable;
	/** What each space had committed before the pages were searched for. */
	readonly before: ReadonlyMap<number, number>;
	readonly pages: readonly Page[];
};

// Undefined where one that did not change has fewer pages than it says. It may have more: those that V8 took out of it and
// keeps for later still name it.
const readSpaces = (view: MemoryView, {table, before, pages}: Search): readonly OwnedSpace[] | undefined => {
	const byOwner = groupBy(pages, ({owner}) => owner);
	const spaces = table.spaces.map(({id, address}) => {
		const bytes = view.read(address, spaceBytes);
		const own = byOwner.get(address) ?? [];
		const committed = committedIn(bytes);
		const found = own.reduce((sum, {size}) => sum + size, 0);
		const isSettled = committed === before.get(id);
		if (!bytes || (isSettled && found < committed)) return undefined;
		return {id, bytes, pages: own, isWhole: isSettled && found === committed};
	});
	return spaces.every(space => space !== undefined) ? spaces : undefined;
};
