import {wordAt} from '../../platform/linux/words.ts';
import {type CollectionState, isCaused, isPaused} from './collector.ts';
import type {CounterBytes, Loss} from './counter-bytes.ts';
import {obstacleIn} from './entries.ts';
import {type HeapCounters, isFixed, isUncertain, type Part, partsOf, wordsOf} from './heap.ts';

/** What a JVM said of its heap at one moment. */
export type Moment = {
	/** All of its counters; overwritten by the next reading. */
	readonly bytes: Buffer;
	readonly parts: readonly Part[];
	/**
	 * True when they are a best effort: partly of before and partly of after a collection that has the program stopped now,
	 * or with the one of two survivor spaces that may not be the one in use.
	 */
	readonly isApproximate: boolean;
};

/**
 * Why there is no moment: `torn` between two, `collecting` where counters are refreshed in the middle of it, `closed` by
 * the JVM, or gone.
 */
export type Obstacle = Loss | 'torn' | 'collecting' | 'closed';

/** What moments are read from. */
export type MomentOptions = {
	readonly counters: Pick<CounterBytes, 'readNow'>;
	/** Bytes that all counters take. */
	readonly size: number;
	readonly heap: HeapCounters;
	readonly state: CollectionState;
	/** Bytes of address space the process has now; undefined once it has ended. */
	readonly virtual: () => number | undefined;
};

/**
 * Reads all counters, and those of the heap a second time, until these are the same twice: a JVM writes one counter after
 * the other and locks nothing.
 */
export const createMomentReader = (options: MomentOptions): (() => Moment | Obstacle) => {
	const {counters, heap, state, size, virtual} = options;
	const end = Math.max(...wordsOf(heap)) + 8;
	const words = wordsOf(heap);
	const bytes = Buffer.alloc(size);
	const second = Buffer.alloc(end);

	const readBoth = (): Obstacle | undefined => {
		const length = counters.readNow(bytes);
		if (typeof length === 'string') return length;
		const again = counters.readNow(second);
		if (typeof again === 'string') return again;
		if (length !== size || again !== end) return 'unmapped';
		if (obstacleIn(bytes) !== undefined) return 'closed';
		return words.every(word => wordAt(bytes, word) === wordAt(second, word)) ? undefined : 'torn';
	};

	return () => {
		let obstacle = readBoth();
		for (let attempt = 1; attempt < attempts && obstacle === 'torn'; attempt += 1) obstacle = readBoth();
		if (obstacle !== undefined) return obstacle;
		const isCollecting = isPaused(bytes, state);
		// With these collectors a heap that is being copied is counted too, and its objects twice.
		if (isFixed(heap.collector) && (isCollecting || isCaused(bytes, state))) return 'collecting';
		const parts = partsOf(heap, bytes);
		// G1 writes all of its counters at the end, Shenandoah apart from its pauses.
		const isApproximate = (isCollecting && heap.collector === 'G1') || isUncertain(heap, bytes);
		return parts && sizeOf(parts) <= (virtual() ?? 0) ? {bytes, parts, isApproximate} : 'torn';
	};
};

const attempts = 3;

const sizeOf = (parts: readonly Part[]): number => parts.reduce((sum, {committed}) => sum + committed, 0);
