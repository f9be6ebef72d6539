import type {Metric} from '../model/metric.ts';

/** The metric of what is resident outside of what a source counts as *system*; `of` is what that is, for example `the heap`. */
export const outsideMetric = <Name extends string>(source: Name, of: string) =>
	({
		id: `${source}.outside`,
		label: 'outside',
		unit: 'bytes',
		column: 'outside',
		definition: `Resident memory that is no part of ${of}: counted by mapping where that is affordable, otherwise at least RSS less all of ${of} that was not given back.`,
	}) as const satisfies Metric;
