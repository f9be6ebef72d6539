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
};
