import type {Reading} from '../../model/reading.ts';
import type {GoMetricId} from './metrics.ts';
import {type Cycle, type Pacing, parseCycle} from './pacing.ts';
import {allocOf, type Totals} from './totals.ts';

/** Where Sys goes, and its sum: the parts add up to it to the byte. */
export const sysValues = (totals: Totals, sys: number): Readonly<Record<SysMetricId, number>> => {
	const {heapInUse, heapFree, heapReleased} = totals;
	const alloc = allocOf(totals);
	return {
		'go.alloc': alloc,
		'go.sys': sys,
		'go.free_in_spans': heapInUse - alloc,
		'go.held_free': heapFree,
		'go.released': heapReleased,
		'go.runtime': sys - heapInUse - heapFree - heapReleased,
	};
};

/** What the collector goes by, from the bytes of a gcController whose totals stand at `totals`; and why some is missing. */
export const collectorReading = (bytes: Buffer, totals: number, {percent, memoryLimit}: Pacing): Reading => {
	const hasLimit = Number.isSafeInteger(memoryLimit);
	const reading = cycleReading(parseCycle(bytes, totals), hasLimit);
	return {
		values: {
			...reading.values,
			...(percent >= 0 && {'go.gogc': percent}),
			...(hasLimit && {'go.memory_limit': memoryLimit}),
		},
		absent: {
			...reading.absent,
			...(percent < 0 && {'go.gogc': 'off', 'go.next_gc': 'GOGC is off'}),
			...(!hasLimit && {'go.memory_limit': 'none set'}),
		},
	};
};

type SysMetricId = Extract<
	GoMetricId,
	'go.alloc' | 'go.sys' | 'go.free_in_spans' | 'go.held_free' | 'go.released' | 'go.runtime'
>;

/** How many collections there were; undefined where that is not known. */
export const collectionsReading = (
	count: number | undefined,
): Required<Pick<Reading, 'values' | 'absent'>> =>
	count === undefined
		? {values: {}, absent: {'go.collections': unknown}}
		: {values: {'go.collections': count}, absent: {}};

const cycleReading = (
	cycle: Cycle | undefined,
	hasLimit: boolean,
): Required<Pick<Reading, 'values' | 'absent'>> => {
	if (cycle === undefined) return {values: {}, absent: {'go.live_heap': unknown, 'go.next_gc': unknown}};
	const {marked, goal} = cycle;
	return {
		values: {
			...(marked > 0 && {'go.live_heap': marked}),
			...(goal !== undefined && !hasLimit && {'go.next_gc': goal}),
		},
		absent: {
			...(marked === 0 && {'go.live_heap': 'no collection yet'}),
			...(hasLimit && {'go.next_gc': 'the memory limit decides with GOGC'}),
		},
	};
};

const unknown = 'not found in this version of Go';
