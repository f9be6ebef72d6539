import {wordAt} from '../../platform/linux/words.ts';
import type {CollectorName} from './collector.ts';
import type {Entries} from './entries.ts';

/** Where the counters of a part of the heap stand. */
export type Generation = {
	/** `heap` where there are no generations. */
	readonly role: 'young' | 'old' | 'heap';
	/** Offsets of its numbers. */
	readonly capacity: number;
	readonly minCapacity: number;
	readonly maxCapacity: number;
	/** Eden first, then survivors, where it has them. */
	readonly spaces: readonly Space[];
};

/** Offsets of the numbers of a space. */
export type Space = Readonly<Record<'used' | 'capacity' | 'maxCapacity', number>>;

/** The counters of the heap. */
export type HeapCounters = {
	readonly collector: CollectorName | undefined;
	readonly generations: readonly Generation[];
};

/** Bytes of a part of the heap. */
export type Part = {readonly role: Generation['role']; readonly used: number; readonly committed: number};

/** Finds the counters of the heap among `entries`, which stand in `bytes`; undefined where they are none that is known. */
export const findHeap = (
	{numbers}: Entries,
	bytes: Buffer,
	collector: CollectorName | undefined,
): HeapCounters | undefined => {
	const at = (name: string): number => numbers.get(`sun.gc.generation.${name}`) ?? Number.NaN;
	const all = [0, 1].map(index => ({
		capacity: at(`${index}.capacity`),
		minCapacity: at(`${index}.minCapacity`),
		maxCapacity: at(`${index}.maxCapacity`),
		spaces: spacesOf(at, index, wordAt(bytes, at(`${index}.spaces`))),
	}));
	const [young, old] = all.map(generation => (isWhole(generation) ? generation : undefined));
	if (!old) return undefined;
	const generations: readonly Generation[] = young
		? [
				{role: 'young', ...young},
				{role: 'old', ...old},
			]
		: [{role: 'heap', ...old}];
	return {collector, generations};
};

/** Offsets of the words that decide how the heap is divided. */
export const wordsOf = ({generations}: HeapCounters): readonly number[] =>
	generations.flatMap(({capacity, spaces}) => [
		capacity,
		...spaces.flatMap(space => [space.used, space.capacity]),
	]);

/** Used and committed bytes of each part as MemoryMXBean counts them; undefined when they contradict each other. */
export const partsOf = (
	{collector, generations}: HeapCounters,
	bytes: Buffer,
): readonly Part[] | undefined => {
	const parts = generations.map(generation => {
		const used = sumOf(bytes, generation.spaces);
		return {role: generation.role, used, committed: committedOf(generation, bytes, collector)};
	});
	const areSound = !isFixed(collector) || areOfOneMoment(generations, bytes);
	return areSound && parts.every(({used, committed}) => used <= committed) ? parts : undefined;
};

// Between collections one survivor space is empty. A JVM that could not look, up to OpenJDK 20, writes of one space what
// it last wrote of another (JDK-8308643).
const areOfOneMoment = (generations: readonly Generation[], bytes: Buffer): boolean => {
	const [young = [], ...others] = generations.map(({spaces}) =>
		spaces.map(({used}) => wordAt(bytes, used)).filter(used => used > 0),
	);
	const filled = [...young, ...others.flat()];
	return young.length < 3 && new Set(filled).size === filled.length;
};

/**
 * True when it cannot be told which of two survivor spaces is counted as committed: both are empty, and Parallel has given
 * them different sizes.
 */
export const isUncertain = ({collector, generations}: HeapCounters, bytes: Buffer): boolean => {
	const [, from, to] = generations[0]?.spaces ?? [];
	if (!isFixed(collector) || !from || !to) return false;
	const areEmpty = wordAt(bytes, from.used) === 0 && wordAt(bytes, to.used) === 0;
	return areEmpty && wordAt(bytes, from.capacity) !== wordAt(bytes, to.capacity);
};

/** Bytes that the heap may grow to, for programs, and with both survivor spaces as its addresses are reserved. */
export const limitsOf = (
	{collector, generations}: HeapCounters,
	bytes: Buffer,
): {readonly max: number; readonly reserved: number} => {
	const sizes = generations.map(({minCapacity, maxCapacity}) =>
		collector === 'G1' ? wordAt(bytes, maxCapacity) - wordAt(bytes, minCapacity) : wordAt(bytes, maxCapacity),
	);
	// Where generations are made of regions, either of them may take the whole heap.
	if (!isFixed(collector)) return {max: Math.max(...sizes), reserved: Math.max(...sizes)};
	const reserved = sizes.reduce((sum, size) => sum + size, 0);
	const survivor = generations[0]?.spaces[2];
	return {max: reserved - (survivor ? wordAt(bytes, survivor.maxCapacity) : 0), reserved};
};

/** Bytes of memory that are committed, both survivor spaces among them. */
export const wholeCommitted = ({collector, generations}: HeapCounters, bytes: Buffer): number =>
	generations.reduce((sum, generation) => sum + unpadded(generation, bytes, collector), 0);

/** True for a collector whose young generation is eden and two survivor spaces at a fixed place. */
export const isFixed = (collector: CollectorName | undefined): boolean =>
	collector === 'Serial' || collector === 'Parallel' || collector === 'CMS';

const isWhole = ({capacity, spaces}: Omit<Generation, 'role'>): boolean =>
	!Number.isNaN(capacity) && spaces.length > 0;

const spacesOf = (at: (name: string) => number, index: number, count: number): readonly Space[] => {
	const spaces = Array.from({length: Math.min(count, 3) || 0}, (_, space) => ({
		used: at(`${index}.space.${space}.used`),
		capacity: at(`${index}.space.${space}.capacity`),
		maxCapacity: at(`${index}.space.${space}.maxCapacity`),
	}));
	return spaces.filter(({used, capacity}) => !Number.isNaN(used + capacity));
};

const sumOf = (bytes: Buffer, spaces: readonly Space[]): number =>
	spaces.reduce((sum, {used}) => sum + wordAt(bytes, used), 0);

const committedOf = (generation: Generation, bytes: Buffer, collector: CollectorName | undefined): number => {
	const [eden, from, to] = generation.spaces;
	if (!isFixed(collector) || !eden || !from || !to) return unpadded(generation, bytes, collector);
	// Between collections one survivor space is empty and waits for the next one; it is not counted.
	const inUse = wordAt(bytes, from.used) > 0 ? from : to;
	return wordAt(bytes, eden.capacity) + wordAt(bytes, inUse.capacity);
};

// G1 adds some bytes, so that no tool divides by zero: `pad_capacity` in g1MonitoringSupport.hpp.
const unpadded = (
	{capacity, minCapacity}: Generation,
	bytes: Buffer,
	collector: CollectorName | undefined,
): number => wordAt(bytes, capacity) - (collector === 'G1' ? wordAt(bytes, minCapacity) : 0);
