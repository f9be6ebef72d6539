/** `source.quantity`, for example `os.rss`: unique in the whole program. */
export type MetricId = string;

/** What a metric's number counts; it decides how the number is printed. */
export type Unit = 'bytes' | 'count' | 'percent' | 'seconds' | 'perSecond' | 'identifier';

/** One quantity of a process, named in the words of whoever counts it. */
export type Metric = {
	readonly id: MetricId;
	/** Short name for titles and the table, for example `RSS`. */
	readonly label: string;
	readonly unit: Unit;
	/** One sentence for the help page and the README: what exactly is counted. */
	readonly definition: string;
	/** Name of its column in the log; absent when it is shown but not recorded. */
	readonly column?: string;
	/** True where a peak would say nothing: a peak the system keeps itself, an age, a name in numbers. */
	readonly hasNoPeak?: boolean;
};
