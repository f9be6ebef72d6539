import type {Layout} from './layout.ts';

/** Where the totals of an isolate are: addresses that stay the same for all its life. */
export type Isolate = {
	/** Of its `Heap`. */
	readonly heap: number;
	readonly layout: Layout;
	/** All spaces but the read-only one, by their numbers, ascending. */
	readonly spaces: readonly SpaceAddress[];
	readonly newSpace: NewSpaceAddress;
	/** What of the pages of the main thread's spaces is handed out but not allocated yet, without the new space's. */
	readonly areas: readonly SpaceAddress[];
	/** Of the object that holds the limits; undefined where the `Heap` has them itself. */
	readonly limits: number | undefined;
};

/** A space, or what belongs to it. */
export type SpaceAddress = {readonly id: number; readonly address: number};

/** The new space, and its allocation area: two halves, or with `--minor-ms` pages like those of the old space. */
export type NewSpaceAddress = {
	readonly address: number;
	readonly area: number;
	/** Address of the pages as a space of their own; undefined where there are halves. */
	readonly paged: number | undefined;
};
