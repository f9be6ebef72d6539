import type {Failure} from './answer.ts';
import {knownValues} from './families.ts';
import type {Figures} from './figures.ts';

/** Fields of Go's runtime.MemStats in bytes; undefined for one that is not told or can be no count. */
export type MemStats = Readonly<
	Record<'Alloc' | 'Sys' | 'HeapInuse' | 'HeapIdle' | 'HeapReleased', number | undefined>
>;

/** The figures of a Go program, or why they cannot be right. Parts are only given where they add up to Sys. */
export const goFigures = (stats: MemStats): Figures | Failure => {
	const {Alloc, Sys} = stats;
	if (Alloc === undefined || Sys === undefined) return {failed: 'no usable count for Alloc and Sys'};
	if (Alloc > Sys) return {failed: 'an Alloc that is larger than Sys'};
	return {family: 'go', values: knownValues({'url.alloc': Alloc, 'url.sys': Sys, ...partsOf(stats)})};
};

// HeapSys = HeapInuse + HeapIdle, and HeapIdle includes what was released: see the documentation of runtime.MemStats.
const partsOf = (stats: MemStats) => {
	const {Alloc, Sys, HeapInuse, HeapIdle, HeapReleased} = stats;
	const parts = {
		'url.free_in_spans': difference(HeapInuse, Alloc),
		'url.held_free': difference(HeapIdle, HeapReleased),
		'url.released': HeapReleased,
		'url.runtime': difference(difference(Sys, HeapInuse), HeapIdle),
	};
	return Object.values(parts).every(part => part !== undefined && part >= 0) ? parts : {};
};

const difference = (whole: number | undefined, part: number | undefined): number | undefined =>
	whole === undefined || part === undefined ? undefined : whole - part;
