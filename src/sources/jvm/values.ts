import type {Reading} from '../../model/reading.ts';
import {wordAt} from '../../platform/linux/words.ts';
import type {CollectionState} from './collector.ts';
import {type HeapCounters, limitsOf, type Part} from './heap.ts';
import type {JvmMetricId} from './metrics.ts';
import type {Moment} from './moment.ts';

/** The counters that are shown, as offsets of numbers; NaN for one that is not there. */
export type ShownCounters = {
	readonly heap: HeapCounters;
	readonly state: CollectionState;
	readonly metaspaceUsed: number;
	readonly threads: number;
	/** Ticks since the start of the JVM, refreshed with the other counters every 50 ms; none from OpenJDK 25 on. */
	readonly ticks: number;
	/** Ticks of a second, as a number and no offset. */
	readonly frequency: number;
};

/** Tells what a JVM counts, from the counters of one moment. */
export const createReadings = (shown: ShownCounters): ((moment: Moment) => Reading) => {
	const absences = Object.entries(whyAbsent(shown));
	const isStale = countsSeldom(shown);
	return ({bytes, parts, isApproximate}) => {
		const values: Values = {};
		putHeap(values, parts);
		const {max} = limitsOf(shown.heap, bytes);
		put(values, 'jvm.max_heap', max);
		put(values, 'jvm.threads', wordAt(bytes, shown.threads));
		// Nothing is counted before the first collection.
		put(values, 'jvm.metaspace_used', wordAt(bytes, shown.metaspaceUsed) || Number.NaN);
		for (const {kind, invocations, time} of shown.state.collections) {
			put(values, countIds[kind], wordAt(bytes, invocations));
			put(values, timeIds[kind], wordAt(bytes, time) / shown.frequency);
		}
		const missing = Object.fromEntries(absences.filter(([id]) => values[id] === undefined));
		const approximate = isStale || isApproximate;
		return {
			values,
			absent: missing,
			...(approximate && {approximate}),
			uncertain: approximate ? ofHeap : ofClasses,
		};
	};
};

// The counters of metaspace are refreshed only by collections, with any collector.
const ofClasses: readonly JvmMetricId[] = ['jvm.metaspace_used'];
const ofHeap: readonly JvmMetricId[] = [
	'jvm.used',
	'jvm.committed',
	'jvm.used_young',
	'jvm.used_old',
	...ofClasses,
];

/**
 * True for a JVM that counts what its heap holds only when it collects: always with ZGC, and from OpenJDK 25 on, which
 * refreshes no counters in between any more (JDK-8241678), with Serial and Parallel.
 */
const countsSeldom = ({heap: {collector}, ticks}: Pick<ShownCounters, 'heap' | 'ticks'>): boolean =>
	collector === 'ZGC' || (Number.isNaN(ticks) && (collector === 'Serial' || collector === 'Parallel'));

type Values = Partial<Record<JvmMetricId, number>> & Record<string, number>;

const put = (values: Values, id: JvmMetricId, value: number): void => {
	if (Number.isFinite(value) && value >= 0) values[id] = value;
};

const putHeap = (values: Values, parts: readonly Part[]): void => {
	let [used, committed] = [0, 0];
	for (const part of parts) {
		used += part.used;
		committed += part.committed;
	}
	values['jvm.committed'] = committed;
	// No JVM lives without objects: they are not counted yet.
	if (used === 0) return;
	values['jvm.used'] = used;
	for (const part of parts) {
		values[`jvm.free_${part.role}`] = part.committed - part.used;
		if (part.role !== 'heap') values[`jvm.used_${part.role}`] = part.used;
	}
};

const countIds = {
	young: 'jvm.young_collections',
	full: 'jvm.full_collections',
	pauses: 'jvm.pauses',
} as const;

const timeIds = {young: 'jvm.young_time', full: 'jvm.full_time', pauses: 'jvm.pause_time'} as const;

/** Why metrics that are not among the values are not. */
const whyAbsent = ({heap, state: {collections}, ticks}: ShownCounters): Readonly<Record<string, string>> => {
	const notYet = countsSeldom({heap, ticks}) ? notBefore : 'not counted yet';
	const absent: Record<string, string> = {
		'jvm.used': notYet,
		'jvm.metaspace_used': notBefore,
		'jvm.threads': 'not counted',
		'jvm.max_heap': 'not counted',
	};
	const isWhole = heap.generations.length === 1;
	for (const role of ['young', 'old', 'heap'] as const) {
		const isTold = (role === 'heap') === isWhole;
		absent[`jvm.free_${role}`] = isTold ? notYet : otherwiseTold[role];
		if (role !== 'heap') absent[`jvm.used_${role}`] = absent[`jvm.free_${role}`] ?? '';
	}
	for (const kind of ['young', 'full', 'pauses'] as const) {
		if (collections.some(counters => counters.kind === kind)) continue;
		absent[countIds[kind]] = 'this collector counts none';
		absent[timeIds[kind]] = 'this collector counts none';
	}
	return absent;
};

const notBefore = 'not counted before the first collection';

const otherwiseTold = {
	young: 'its counters know no generations',
	old: 'its counters know no generations',
	heap: 'told by generation',
} as const;
