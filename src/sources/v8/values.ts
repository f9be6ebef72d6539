import type {Figures} from './figures.ts';
import type {Counts} from './gate.ts';
import type {V8MetricId} from './metrics.ts';
import type {Settings} from './read-isolate.ts';

/** The last good reading of an isolate. */
export type Known = {readonly figures: Figures; readonly settings: Settings};

/** The metrics of a process with these isolates, the main one first; the parts add up to the total to the byte. */
export const valuesOf = (
	isolates: readonly Known[],
	counts: Counts | undefined,
): Partial<Record<V8MetricId, number>> => {
	const sum = (bytesOf: (figures: Figures) => number): number =>
		isolates.reduce((total, {figures}) => total + bytesOf(figures), 0);
	const external = isolates.reduce((total, {settings}) => total + (settings.external ?? Number.NaN), 0);
	const heapLimit = isolates[0]?.settings.heapLimit;
	return {
		'v8.used': sum(({used}) => used),
		'v8.total': sum(({total}) => total),
		'v8.free_new': sum(({free}) => free.new),
		'v8.free_old': sum(({free}) => free.old),
		'v8.free_code': sum(({free}) => free.code),
		'v8.free_large': sum(({free}) => free.large),
		'v8.free_other': sum(({free}) => free.other),
		'v8.isolates': isolates.length,
		...countsOf(counts),
		...(!Number.isNaN(external) && {'v8.external': external}),
		...(heapLimit !== undefined && {'v8.heap_limit': heapLimit}),
	};
};

/** The metrics of collections, which can be told at any time where they are known. */
export const countsOf = (counts: Counts | undefined): Partial<Record<V8MetricId, number>> =>
	counts === undefined
		? {}
		: {'v8.scavenges': counts.collections - counts.major, 'v8.mark_compacts': counts.major};
