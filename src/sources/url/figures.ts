import type {MetricId} from '../../model/metric.ts';
import type {FamilyName} from './families.ts';

/** The memory figures of one answer. */
export type Figures = {
	readonly failed?: undefined;
	readonly family: FamilyName;
	/** Bytes by metric; one that is missing or contradicts the rest is absent. */
	readonly values: Readonly<Record<MetricId, number>>;
	/** When the process behind the endpoint started, Unix seconds; absent where it does not tell. */
	readonly startTime?: number;
};
