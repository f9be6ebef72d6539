import type {Metric, MetricId} from './metric.ts';

/** What a source says about itself: enough to name, explain, draw and record what it reads. */
export type SourceInfo = {
	/** Short name for `--source` and the log header, for example `go`. */
	readonly name: string;
	/** What it reads, for the header line and the README, for example `resident and virtual memory`. */
	readonly title: string;
	/** Its metrics in the order of the table; `inUse` and `system` are among them. */
	readonly metrics: readonly Metric[];
	readonly inUse: MetricId;
	readonly system: MetricId;
	/** Metrics that add up to `system`, to the byte, in use first; absent where the source cannot tell. */
	readonly parts?: readonly MetricId[];
	/** Metrics of what is free inside what the runtime keeps: together they are held. Absent where there is no such thing. */
	readonly held?: readonly MetricId[];
	/** Metric of what was given back to the operating system and still counts in `system`. */
	readonly returned?: MetricId;
	/** Metric of what is resident but no part of `system`: see `Probe.outside`. Absent where it cannot be told. */
	readonly outside?: MetricId;
	/** Metrics that count the collections since the program started; the chart shows when one grew. */
	readonly collections?: readonly MetricId[];
	/** Those of them that count collections of the whole heap, where the runtime has others too. */
	readonly fullCollections?: readonly MetricId[];
	/** Metric of how many processes are summed; absent where it is one alone. */
	readonly processes?: MetricId;
};
