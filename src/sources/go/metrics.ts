import type {Metric} from '../../model/metric.ts';
import {outsideMetric} from '../outside-metric.ts';

/** What the Go runtime counts of itself, in the order of the table. */
export const goMetrics = [
	{
		id: 'go.alloc',
		label: 'Go Alloc',
		unit: 'bytes',
		definition:
			'Bytes of objects on the heap that are not freed yet, garbage that no collection has found included (MemStats.Alloc).',
	},
	{
		id: 'go.sys',
		label: 'Go Sys',
		unit: 'bytes',
		definition:
			'Bytes of memory that the runtime obtained from the system, those it gave back included (MemStats.Sys).',
	},
	{
		id: 'go.free_in_spans',
		label: 'free in spans',
		unit: 'bytes',
		definition:
			'Free places between the objects, in the stretches of the heap that hold some (HeapInuse − Alloc).',
	},
	{
		id: 'go.held_free',
		label: 'held free',
		unit: 'bytes',
		definition:
			'Whole free stretches of the heap that the runtime keeps to use again (HeapIdle − HeapReleased).',
	},
	{
		id: 'go.released',
		label: 'released',
		unit: 'bytes',
		column: 'released',
		definition:
			'Memory given back to the system; it still counts in Sys, but takes no RAM (MemStats.HeapReleased).',
	},
	{
		id: 'go.runtime',
		label: 'Go runtime',
		unit: 'bytes',
		definition:
			"The rest of Sys: stacks of goroutines, descriptions of the heap, and other memory of the runtime's own.",
	},
	{
		id: 'go.live_heap',
		label: 'live heap',
		unit: 'bytes',
		column: 'live_heap',
		definition: 'Bytes of objects that the last collection found alive.',
	},
	{
		id: 'go.collections',
		label: 'collections',
		unit: 'count',
		column: 'collections',
		definition: 'Collections since the program started (MemStats.NumGC).',
	},
	{
		id: 'go.next_gc',
		label: 'next GC',
		unit: 'bytes',
		definition:
			'Size of the heap at which GOGC wants the next collection to be done (MemStats.NextGC where no memory limit is set).',
	},
	{
		id: 'go.gogc',
		label: 'GOGC',
		unit: 'percent',
		hasNoPeak: true,
		definition: 'How much the heap may grow, in percent of what is alive, before the next collection.',
	},
	{
		id: 'go.memory_limit',
		label: 'memory limit',
		unit: 'bytes',
		hasNoPeak: true,
		definition: 'The soft limit of memory that the runtime was told to keep to (GOMEMLIMIT).',
	},
	outsideMetric('go', 'Sys'),
] as const satisfies readonly Metric[];

/** The id of one of these metrics. */
export type GoMetricId = (typeof goMetrics)[number]['id'];
