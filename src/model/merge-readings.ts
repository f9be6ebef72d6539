import type {Reading} from './reading.ts';

/** The readings of several probes, or of several parts of one, as one: later ones win where two have the same metric. */
export const mergeReadings = (readings: readonly Reading[]): Reading => {
	const [only] = readings;
	// Most ticks have one reading, a thousand times a second.
	if (only && readings.length === 1) return only;
	const absent = Object.assign({}, ...readings.map(reading => reading.absent));
	const uncertain = readings.flatMap(reading => reading.uncertain ?? []);
	const lost = readings.find(reading => reading.lost !== undefined)?.lost;
	return {
		values: Object.assign({}, ...readings.map(reading => reading.values)),
		...(readings.some(reading => reading.approximate) && {approximate: true}),
		...(uncertain.length > 0 && {uncertain}),
		...(Object.keys(absent).length > 0 && {absent}),
		...(lost !== undefined && {lost}),
	};
};
