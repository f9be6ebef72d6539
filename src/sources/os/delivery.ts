import type {Reading} from '../../model/reading.ts';
import {nothing} from './part.ts';

/** One asynchronous reading at a time, each handed out once. */
export type Delivery = {
	/** Starts a reading of a process with so many resident bytes, unless one is under way. */
	readonly start: (rss: number) => void;
	/** What has finished since it was last asked, or nothing. */
	readonly take: () => Reading;
};

/** Delivers what `read` resolves to. When that rejects nothing is delivered: whether the target lives is not its matter. */
export const createDelivery = (read: (rss: number) => Promise<Reading>): Delivery => {
	let finished = nothing;
	let isUnderWay = false;
	const run = async (rss: number): Promise<void> => {
		isUnderWay = true;
		finished = await read(rss).catch(() => nothing);
		isUnderWay = false;
	};
	return {
		start: rss => {
			if (!isUnderWay) void run(rss);
		},
		take: () => {
			const reading = finished;
			finished = nothing;
			return reading;
		},
	};
};
