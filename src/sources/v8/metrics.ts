import type {Metric} from '../../model/metric.ts';
import {outsideMetric} from '../outside-metric.ts';

/** What V8 counts of itself, over all isolates of a process, in the order of the table. */
export const v8Metrics = [
	{
		id: 'v8.used',
		label: 'V8 heapUsed',
		unit: 'bytes',
		definition:
			'Bytes of objects in the heaps of all isolates, garbage that no collection has found included (used_heap_size of v8.getHeapStatistics(), of the main thread and every worker).',
	},
	{
		id: 'v8.total',
		label: 'V8 heapTotal',
		unit: 'bytes',
		definition:
			'Bytes of pages that V8 obtained for the heaps of all isolates (total_heap_size of v8.getHeapStatistics()); Buffers are no part of it.',
	},
	{
		id: 'v8.free_new',
		label: 'free in new',
		unit: 'bytes',
		definition: 'Free bytes in the pages of the new spaces, half of which a scavenge copies into.',
	},
	{
		id: 'v8.free_old',
		label: 'free in old',
		unit: 'bytes',
		definition: 'Free bytes in the pages of the old spaces, between objects that survived.',
	},
	{
		id: 'v8.free_code',
		label: 'free in code',
		unit: 'bytes',
		definition: 'Free bytes in the pages of the code spaces.',
	},
	{
		id: 'v8.free_large',
		label: 'free in large',
		unit: 'bytes',
		definition: 'What the pages of large objects have beyond the objects themselves.',
	},
	{
		id: 'v8.free_other',
		label: 'free in other',
		unit: 'bytes',
		definition: 'Free bytes in the pages of trusted and shared spaces.',
	},
	{
		id: 'v8.external',
		label: 'external',
		unit: 'bytes',
		column: 'external',
		definition:
			'Bytes outside of the heaps that objects in them keep, such as Buffers, as V8 was told (external of process.memoryUsage(), over all isolates).',
	},
	{
		id: 'v8.heap_limit',
		label: 'heap limit',
		unit: 'bytes',
		hasNoPeak: true,
		definition:
			"Size that the main isolate's heap may reach before V8 gives up (its heap_size_limit); workers have limits of their own.",
	},
	{
		id: 'v8.isolates',
		label: 'isolates',
		unit: 'count',
		definition: 'Isolates, each with a heap of its own: the main thread and every worker.',
	},
	{
		id: 'v8.scavenges',
		label: 'scavenges',
		unit: 'count',
		column: 'scavenges',
		hasNoPeak: true,
		definition:
			'Collections of new spaces alone, by all isolates that memtop saw, since each of them started.',
	},
	{
		id: 'v8.mark_compacts',
		label: 'mark-compacts',
		unit: 'count',
		column: 'mark_compacts',
		hasNoPeak: true,
		definition: 'Collections of whole heaps, by all isolates that memtop saw, since each of them started.',
	},
	outsideMetric('v8', 'the heaps'),
] as const satisfies readonly Metric[];

/** The id of one of these metrics. */
export type V8MetricId = (typeof v8Metrics)[number]['id'];
