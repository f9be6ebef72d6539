/** Decides when a reading whose cost grows with RSS may be made: it may take 1 % of the time since the last one. */
export type Budget = {
	/** True when a reading of a process of this size is paid for by the time gone by. */
	readonly allows: (rss: number, now: number) => boolean;
	/** Notes that a reading has finished, and the milliseconds it took. */
	readonly spend: (cost: number, rss: number, now: number) => void;
};

/** A budget that begins at `begun`, with a second saved; milliseconds of the monotonic clock, like every time here. */
export const createBudget = (begun: number): Budget => {
	let last = begun - 1000;
	let costPerByte = firstCostPerByte;
	return {
		allows: (rss, now) => rss * costPerByte <= share * (now - last),
		spend: (cost, rss, now) => {
			last = now;
			costPerByte = cost / Math.max(rss, 1);
		},
	};
};

const share = 0.01;

/** Measured: 52 ms for 4 GiB in pages of 4 KiB. */
const firstCostPerByte = 13 / 1024 ** 3;
