import type {Reading} from '../../model/reading.ts';
import type {OsMetricId} from './metrics.ts';

/**
 * Reads those metrics of a process that are not read on every tick; `now` in milliseconds of the monotonic clock,
 * `rss` its resident bytes of this tick.
 */
export type Part = (now: number, rss: number) => Reading;

/** What a part gives on a tick on which it has nothing to say. */
export const nothing: Reading = {values: {}};

/** A reading from numbers of which some may be missing, all for the same reason. */
export const toReading = (
	numbers: Readonly<Partial<Record<OsMetricId, number | undefined>>>,
	reason: string,
): Reading => {
	const values: Record<string, number> = {};
	let absent: Record<string, string> | undefined;
	for (const [metric, number] of Object.entries(numbers)) {
		if (number === undefined) absent = {...absent, [metric]: reason};
		else values[metric] = number;
	}
	return absent === undefined ? {values} : {values, absent};
};
