import {type History, seriesOf} from '../model/history.ts';
import type {MetricId} from '../model/metric.ts';
import {isApproximateAt, neighbourTime} from '../model/reading-at.ts';
import {exactStart, indexAfter, timeAt} from '../model/series.ts';

/**
 * Whether the last sample up to a time (Unix seconds) has no number of a metric that is read every time, in use or system,
 * and no older one held over: what was read before would then be told as if it had been read there. Of a metric that is read
 * more slowly this means nothing.
 */
export const isMissingAt = (history: History, id: MetricId, time: number): boolean => {
	const series = seriesOf(history, id);
	const index = indexAfter(series, time) - 1;
	if (index < exactStart(series)) return false;
	const own = timeAt(series, index);
	const sample = neighbourTime(history, time + halfStamp, -1);
	return sample !== undefined && sample > own + halfStamp && !isApproximateAt(history, time);
};

// Seconds: half of the finest step between two stamps.
const halfStamp = 5e-7;
