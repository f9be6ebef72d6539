import type {Reading} from '../../model/reading.ts';
import type {Probe} from '../source.ts';

/** Asks for one reading. Never rejects: why there is none is in the reading. */
export type Ask = () => Promise<Reading>;

/**
 * Makes an endpoint readable at once: each reading starts the next question, unless one is under way, and gives what
 * the last one brought, which is so one tick old; given again, because nothing newer has come, it is approximate.
 */
export const createUrlProbe = (first: Reading, ask: Ask, close: () => void): Probe => {
	let latest = first;
	let isUnderWay = false;
	const poll = async (): Promise<void> => {
		isUnderWay = true;
		latest = await ask();
		isUnderWay = false;
	};
	return {
		read: () => {
			const reading = latest;
			latest = {...latest, approximate: true};
			if (!isUnderWay) void poll();
			return reading;
		},
		close,
	};
};
