import type {Metric, MetricId} from '../../model/metric.ts';
import type {SourceInfo} from '../../model/source-info.ts';

/** Whose figures an endpoint tells. */
export type FamilyName = 'go' | 'jvm' | 'process';

/** What an endpoint tells of a process of any kind. */
export const processMetrics = [
	{
		id: 'url.rss',
		label: 'RSS',
		unit: 'bytes',
		column: 'rss',
		definition: 'Resident set size, as the endpoint tells it (process_resident_memory_bytes).',
	},
	{
		id: 'url.virt',
		label: 'VIRT',
		unit: 'bytes',
		column: 'virt',
		definition: 'Virtual size, as the endpoint tells it (process_virtual_memory_bytes).',
	},
] as const satisfies readonly Metric[];

const goMetrics = [
	{
		id: 'url.alloc',
		label: 'Go Alloc',
		unit: 'bytes',
		definition: 'Bytes of heap objects not yet freed, as Go tells by MemStats.Alloc at the endpoint.',
	},
	{
		id: 'url.sys',
		label: 'Go Sys',
		unit: 'bytes',
		definition: 'Bytes Go has obtained from the system, given back ones included (MemStats.Sys).',
	},
	{
		id: 'url.free_in_spans',
		label: 'free in spans',
		unit: 'bytes',
		definition: 'Free room between objects in the spans of the heap (MemStats.HeapInuse − Alloc).',
	},
	{
		id: 'url.held_free',
		label: 'held free',
		unit: 'bytes',
		definition: 'Spans without objects that Go keeps for later (MemStats.HeapIdle − HeapReleased).',
	},
	{
		id: 'url.released',
		label: 'released',
		unit: 'bytes',
		column: 'released',
		definition: 'Heap given back to the system that still counts in Sys (MemStats.HeapReleased).',
	},
	{
		id: 'url.runtime',
		label: 'Go runtime',
		unit: 'bytes',
		definition: 'What Go needs itself: stacks, tables of spans and the rest (MemStats.Sys − HeapSys).',
	},
] as const satisfies readonly Metric[];

const jvmMetrics = [
	{
		id: 'url.heap_used',
		label: 'heap used',
		unit: 'bytes',
		definition: 'Bytes of the Java heap in use, garbage not yet collected included, as the endpoint tells.',
	},
	{
		id: 'url.heap_committed',
		label: 'heap committed',
		unit: 'bytes',
		definition: 'Bytes of the Java heap that the system has promised the JVM, as the endpoint tells.',
	},
	{
		id: 'url.heap_free',
		label: 'heap free',
		unit: 'bytes',
		definition: 'Committed heap not in use, which need not be resident (committed − used).',
	},
	{
		id: 'url.nonheap_used',
		label: 'non-heap used',
		unit: 'bytes',
		column: 'nonheap_used',
		definition: 'Bytes in use outside the Java heap that the JVM counts: classes and compiled code.',
	},
	{
		id: 'url.nonheap_committed',
		label: 'non-heap committed',
		unit: 'bytes',
		column: 'nonheap_committed',
		definition: 'Bytes promised to the JVM outside the Java heap, for classes and compiled code.',
	},
] as const satisfies readonly Metric[];

/** What a source on an endpoint declares, by whose figures it tells. */
export const families = {
	go: {
		name: 'url',
		title: 'MemStats of a Go program at its HTTP endpoint',
		metrics: goMetrics,
		inUse: 'url.alloc',
		system: 'url.sys',
		parts: ['url.alloc', 'url.free_in_spans', 'url.held_free', 'url.released', 'url.runtime'],
		held: ['url.free_in_spans', 'url.held_free'],
		returned: 'url.released',
	},
	jvm: {
		name: 'url',
		title: 'heap of a JVM at its HTTP endpoint',
		metrics: jvmMetrics,
		inUse: 'url.heap_used',
		system: 'url.heap_committed',
		parts: ['url.heap_used', 'url.heap_free'],
		held: ['url.heap_free'],
	},
	process: {
		name: 'url',
		title: 'resident and virtual memory at an HTTP endpoint',
		metrics: processMetrics,
		inUse: 'url.rss',
		system: 'url.virt',
	},
} as const satisfies Readonly<Record<FamilyName, SourceInfo>>;

/** The metrics in and beside which a family's figures are told. */
export type UrlMetricId =
	| (typeof goMetrics)[number]['id']
	| (typeof jvmMetrics)[number]['id']
	| (typeof processMetrics)[number]['id'];

/** Numbers by metric without those that are unknown. */
export const knownValues = (
	numbers: Readonly<Partial<Record<UrlMetricId, number | undefined>>>,
): Readonly<Record<MetricId, number>> =>
	Object.fromEntries(
		Object.entries(numbers).filter((entry): entry is [MetricId, number] => entry[1] !== undefined),
	);
