import type {Counts} from './gate.ts';

/** Counts collections over isolates that come and go. */
export type CollectionCounter = {
	/** Takes the counts that an isolate has now. */
	readonly note: (heap: number, counts: Counts) => void;
	/** Keeps what an isolate has counted that is no more. */
	readonly retire: (heap: number) => void;
	/** Of all isolates that ever were noted; never less than before. */
	readonly total: () => Counts;
};

/** A counter that has seen no isolate. */
export const createCollectionCounter = (): CollectionCounter => {
	const living = new Map<number, Counts>();
	let retired: Counts = {collections: 0, major: 0};
	return {
		note: (heap, counts) => {
			const before = living.get(heap);
			if (before && isLess(counts, before)) retired = sum(retired, before);
			living.set(heap, counts);
		},
		retire: heap => {
			retired = sum(retired, living.get(heap) ?? {collections: 0, major: 0});
			living.delete(heap);
		},
		total: () => [...living.values()].reduce(sum, retired),
	};
};

// Another isolate by now, at the same place.
const isLess = (one: Counts, other: Counts): boolean =>
	one.collections < other.collections || one.major < other.major;

const sum = (one: Counts, other: Counts): Counts => ({
	collections: one.collections + other.collections,
	major: one.major + other.major,
});
