import type {Metric} from '../../model/metric.ts';
import {outsideMetric} from '../outside-metric.ts';

/** What a JVM counts of itself, in the order of the table. */
export const jvmMetrics = [
	{
		id: 'jvm.used',
		label: 'heap used',
		unit: 'bytes',
		definition:
			'Bytes of the heap that hold objects, garbage that no collection has found included (used of MemoryMXBean); a JVM refreshes it every 50 ms or when it takes another region.',
	},
	{
		id: 'jvm.committed',
		label: 'committed',
		unit: 'bytes',
		definition:
			'Bytes of the heap that the JVM may use without asking the system for more, touched or not (committed of MemoryMXBean).',
	},
	{
		id: 'jvm.free_young',
		label: 'free, young',
		unit: 'bytes',
		definition: 'Committed bytes of the young generation that hold no objects.',
	},
	{
		id: 'jvm.free_old',
		label: 'free, old',
		unit: 'bytes',
		definition: 'Committed bytes of the old generation that hold no objects.',
	},
	{
		id: 'jvm.free_heap',
		label: 'free heap',
		unit: 'bytes',
		definition: 'Committed bytes that hold no objects, of a heap without generations.',
	},
	{
		id: 'jvm.used_young',
		label: 'used, young',
		unit: 'bytes',
		definition: 'Bytes of the young generation that hold objects: eden and survivors.',
	},
	{
		id: 'jvm.used_old',
		label: 'used, old',
		unit: 'bytes',
		column: 'used_old',
		definition: 'Bytes of the old generation that hold objects.',
	},
	{
		id: 'jvm.max_heap',
		label: 'max heap',
		unit: 'bytes',
		hasNoPeak: true,
		definition: 'Bytes that the heap may grow to (max of MemoryMXBean, set by -Xmx).',
	},
	outsideMetric('jvm', 'the heap'),
	{
		id: 'jvm.metaspace_used',
		label: 'metaspace',
		unit: 'bytes',
		definition:
			'Bytes of metaspace that describe classes; the JVM refreshes its count only when it collects.',
	},
	{
		id: 'jvm.young_collections',
		label: 'young GCs',
		unit: 'count',
		column: 'young_collections',
		hasNoPeak: true,
		definition: 'Collections of the young generation since the JVM started.',
	},
	{
		id: 'jvm.young_time',
		label: 'young GC time',
		unit: 'seconds',
		hasNoPeak: true,
		definition: 'Time spent in collections of the young generation.',
	},
	{
		id: 'jvm.full_collections',
		label: 'full GCs',
		unit: 'count',
		column: 'full_collections',
		hasNoPeak: true,
		definition: 'Collections of the whole heap with the program stopped since the JVM started.',
	},
	{
		id: 'jvm.full_time',
		label: 'full GC time',
		unit: 'seconds',
		hasNoPeak: true,
		definition: 'Time spent in collections of the whole heap with the program stopped.',
	},
	{
		id: 'jvm.pauses',
		label: 'GC pauses',
		unit: 'count',
		column: 'gc_pauses',
		hasNoPeak: true,
		definition:
			'Pauses of the program for collections that run beside it since the JVM started, several for one collection.',
	},
	{
		id: 'jvm.pause_time',
		label: 'GC pause time',
		unit: 'seconds',
		hasNoPeak: true,
		definition: 'Time that the program was stopped for collections that run beside it.',
	},
	{
		id: 'jvm.threads',
		label: 'Java threads',
		unit: 'count',
		definition: "Living threads that run Java, not those of the JVM's own.",
	},
] as const satisfies readonly Metric[];

/** The id of one of these metrics. */
export type JvmMetricId = (typeof jvmMetrics)[number]['id'];
