import type {Metric} from '../../model/metric.ts';
import {outsideMetric} from '../outside-metric.ts';

/** What glibc malloc counts of itself, in the order of the table. */
export const mallocMetrics = [
	{
		id: 'malloc.in_use',
		label: 'malloc in use',
		unit: 'bytes',
		definition:
			'Bytes of chunks that the program has not freed, or that wait in the cache of a thread to be used again (mallinfo2: uordblks + hblkhd).',
	},
	{
		id: 'malloc.system',
		label: 'malloc system',
		unit: 'bytes',
		definition:
			'Bytes of memory that malloc obtained from the system: heaps of all arenas and chunks mapped by themselves (mallinfo2: arena + hblkhd).',
	},
	{
		id: 'malloc.bins',
		label: 'free in bins',
		unit: 'bytes',
		column: 'bins',
		definition:
			'Bytes of freed chunks between those in use, which malloc keeps in its bins, fast bins included.',
	},
	{
		id: 'malloc.top',
		label: 'top',
		unit: 'bytes',
		column: 'top',
		definition: 'Bytes at the ends of the heaps that malloc has not handed out, or has taken back.',
	},
	{
		id: 'malloc.mmapped',
		label: 'mmapped',
		unit: 'bytes',
		column: 'mmapped',
		definition:
			'Bytes of large chunks that are mapped by themselves; they are all in use (mallinfo2: hblkhd).',
	},
	{
		id: 'malloc.mmaps',
		label: 'mmaps',
		unit: 'count',
		definition: 'Number of chunks that are mapped by themselves (mallinfo2: hblks).',
	},
	{
		id: 'malloc.arenas',
		label: 'arenas',
		unit: 'count',
		definition: 'Number of arenas, each with heaps and free lists of its own for some of the threads.',
	},
	{
		id: 'malloc.free_chunks',
		label: 'free chunks',
		unit: 'count',
		definition: 'Number of freed chunks in the bins, as last counted.',
	},
	outsideMetric('malloc', "malloc's memory"),
] as const satisfies readonly Metric[];

/** The id of one of these metrics. */
export type MallocMetricId = (typeof mallocMetrics)[number]['id'];
