import type {PageKind} from './page.ts';

/** A layout of a version of V8: found in the machine code of Node's own builds for x86-64 and checked against running ones. */
export type KnownLayout = Layout & {
	/** Major and minor version of V8. */
	readonly version: string;
	/** Major version of the Node that has it. */
	readonly node: number;
};

/** Where one version of V8 keeps the totals of an isolate's heap: offsets in bytes. Classes are those of src/heap in V8. */
export type Layout = {
	/** True where it is not known either whether the totals are whole whenever there is an allocation area. */
	readonly isUnproven?: boolean;
	readonly page: PageKind;
	/** In a `Heap`. */
	readonly heap: {
		/** Its `space_`: pointers to spaces by their number, null where there is none. */
		readonly spaces: number;
		readonly spaceCount: number;
		/** Its `gc_state_`, 32 bits; 24 and 28 bytes further on stand `ms_count_` and `gc_count_`. Absent where not known. */
		readonly state?: number;
		/** Its `heap_allocator_`; absent before there was one. */
		readonly allocator?: number;
		readonly maxSemispace?: number;
		/** The largest old generation: in the object that `limits` points to where that is given. */
		readonly maxOldGeneration?: number;
		readonly limits?: number;
		/** Bytes that objects keep outside of the heap; absent where they are not known to be kept. */
		readonly external?: number;
	};
	/** In a `PagedSpaceBase`: its `accounting_stats_.size_`. */
	readonly pagedSize: number;
	/** In a `LargeObjectSpace`: its `objects_size_`. */
	readonly largeSize: number;
	readonly newSpace: NewSpaceLayout;
	/** The allocators of the main thread, in the `HeapAllocator`, by the number of their space. */
	readonly allocators: readonly (readonly [space: number, offset: number])[];
	/** The number of the first space for large objects, which is that of the new ones. */
	readonly firstLarge: number;
};

/** Offsets in a `SemiSpaceNewSpace`, and what its pages hold. */
export type NewSpaceLayout = {
	/** The two halves, each a space by itself. */
	readonly to: number;
	readonly from: number;
	/** Bytes of pages in use, in the half that is allocated in. */
	readonly capacity: number;
	/** Its `allocation_top_`; absent where only the allocator has one. */
	readonly top?: number;
	/** Bytes of objects that a collection left where they were; absent where there can be none. */
	readonly quarantined?: number;
	/** Pointer to the allocation area, where there is no allocator that has it. */
	readonly allocationArea?: number;
	/** Where objects begin in a page, and how many bytes of them it holds. */
	readonly areaStart: number;
	readonly areaSize: number;
};

/** Offsets in any `BaseSpace`, the same in all versions: its heap, its number (32 bits), and what it has committed. */
export const spaceFields = {heap: 0x08, id: 0x10, committed: 0x18, size: 0x20} as const;

/** Offsets in a `MainAllocator`: its heap, its space, and the pointer to its allocation area. */
export const allocatorFields = {heap: 0x08, space: 0x10, allocationArea: 0xa0, size: 0xa8} as const;

/** Offsets in a `LinearAllocationArea`. */
export const areaFields = {start: 0, top: 8, limit: 16, size: 24} as const;

/** Values of a `Heap`'s `gc_state_` (`Heap::HeapState` in heap.h): between these two are the kinds of collections. */
export const gcStates = {notInCollection: 0, tearDown: 4} as const;

/** Numbers of spaces (`AllocationSpace` in common/globals.h) that are the same in all versions. */
export const spaceIds = {readOnly: 0, new: 1, old: 2, code: 3} as const;
