import type {MetricId} from './metric.ts';

/** What one probe read in one tick. */
export type Reading = {
	/** Numbers by metric, in the metric's unit. A number that could not be read is absent, never zero. */
	readonly values: Readonly<Record<MetricId, number>>;
	/** True when the source's *in use* or *system* in `values` is a best effort, or is an older value held over. */
	readonly approximate?: boolean;
	/**
	 * Metrics whose numbers are best efforts. Where a reading is approximate and neither *in use* nor *system* is among them,
	 * it holds for both.
	 */
	readonly uncertain?: readonly MetricId[];
	/** Why a metric of this probe has no number now, by metric; one short clause each. */
	readonly absent?: Readonly<Record<MetricId, string>>;
	/**
	 * Why this probe will never read anything again although the process lives on, one clause: for example it executed
	 * another program. A source is to be chosen anew.
	 */
	readonly lost?: string;
};
