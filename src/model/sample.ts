import type {MetricId} from './metric.ts';

/** All readings of one tick. */
export type Sample = {
	/** When it was read, in Unix seconds with fraction, as rounded for the log; strictly increasing within a stretch. */
	readonly time: number;
	/** Bytes in use, as the source means it. The last good value when `approximate`; NaN if there never was one. */
	readonly inUse: number;
	/** Bytes held from the operating system, as the source means it; NaN if there never was a value. */
	readonly system: number;
	/** True when `inUse` or `system` is a best effort or repeats the last good value. */
	readonly approximate: boolean;
	/** Metrics whose numbers in this sample are best efforts, or older ones held over. */
	readonly uncertain?: readonly MetricId[];
	/** Every number read in this tick, by metric: those read more slowly are missing on the other ticks. */
	readonly values: Readonly<Record<MetricId, number>>;
	/** Why a metric has no number, by metric. Absent on ticks that tried nothing of the kind. */
	readonly absent?: Readonly<Record<MetricId, string>>;
};
