/** Finds out how far apart samples are whose log does not say it. */
export type Pace = {
	/** Takes the next stamps in: Unix seconds, the first `length` of them. */
	readonly take: (times: Float64Array, length: number) => void;
	/** Seconds between samples: the median of the first differences; one second before there are two samples. */
	readonly seconds: () => number;
};

/** Of no sample yet. */
export const createPace = (): Pace => {
	const differences: number[] = [];
	let last = Number.NaN;
	return {
		take: (times, length) => {
			for (let index = 0; index < length && differences.length < enough; index += 1) {
				const time = times[index] ?? Number.NaN;
				if (time > last) differences.push(time - last);
				last = time;
			}
		},
		seconds: () => {
			const sorted = differences.toSorted((one, other) => one - other);
			const middle = sorted[Math.floor(sorted.length / 2)] ?? 1;
			// Stamps are decimal fractions: what subtraction leaves behind a microsecond is none of them.
			return Math.max(0.001, Math.round(middle * 1e6) / 1e6);
		},
	};
};

const enough = 101;
