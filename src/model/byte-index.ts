/** By time, where in a log the samples lie: a place every so many samples, the more sparse the longer the log. */
export type ByteIndex = {
	/** Unix seconds and bytes of the places, both ascending; the first `length` count. */
	times: Float64Array;
	offsets: Float64Array;
	length: number;
	/** Of how many noted places one is kept, and how many were passed over since the last that was. */
	stride: number;
	passed: number;
	/** Places kept at most. */
	readonly limit: number;
};

/** An index of nothing yet. Beyond `limit` places every second one is forgotten. */
export const emptyByteIndex = (limit = 2 ** 14): ByteIndex => ({
	...{times: new Float64Array(64), offsets: new Float64Array(64)},
	...{length: 0, stride: 1, passed: 0, limit},
});

/**
 * Notes in place that the line of a sample of this time (Unix seconds) begins at a byte of the log, and that all samples
 * noted later, and those between, are not older. Meant for every few thousandth sample.
 */
export const noteBytes = (index: ByteIndex, time: number, offset: number): void => {
	const isKept = index.passed === 0;
	index.passed = (index.passed + 1) % index.stride;
	if (!isKept) return;
	if (index.length === index.times.length) grow(index);
	index.times[index.length] = time;
	index.offsets[index.length] = offset;
	index.length += 1;
	if (index.length >= index.limit) thin(index);
};

/**
 * From and up to but without which byte of the log a reader finds every sample from `from` up to and with `to` (Unix
 * seconds): the start is the beginning of a line; the end is infinite where they may reach to the end of what was noted.
 */
export const bytesFor = (
	index: ByteIndex,
	from: number,
	to: number,
): readonly [start: number, end: number] => {
	// Samples of the same time may lie before the place that has it.
	const first = Math.max(0, firstPlace(index, time => time >= from) - 1);
	const next = firstPlace(index, time => time > to);
	const {length, offsets} = index;
	return [
		length === 0 ? 0 : (offsets[first] ?? 0),
		next < length ? (offsets[next] ?? 0) : Number.POSITIVE_INFINITY,
	];
};

const firstPlace = ({times, length}: ByteIndex, isReached: (time: number) => boolean): number => {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (isReached(times[middle] ?? Number.NaN)) high = middle;
		else low = middle + 1;
	}
	return low;
};

const grow = (index: ByteIndex): void => {
	for (const column of ['times', 'offsets'] as const) {
		const wider = new Float64Array(index.length * 2);
		wider.set(index[column]);
		index[column] = wider;
	}
};

// Every second place stays, the first among them.
const thin = (index: ByteIndex): void => {
	const isLastKept = index.length % 2 === 1;
	const length = Math.ceil(index.length / 2);
	for (let place = 0; place < length; place += 1) {
		index.times[place] = index.times[2 * place] ?? Number.NaN;
		index.offsets[place] = index.offsets[2 * place] ?? Number.NaN;
	}
	index.length = length;
	index.passed = (isLastKept ? 1 : index.stride + 1) % (2 * index.stride);
	index.stride *= 2;
};
