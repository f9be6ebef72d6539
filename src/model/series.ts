/**
 * One metric over time, appended for as long as the process is watched, in bounded memory.
 *
 * The newest samples are kept one by one (`raw` chunks); everything is also kept as a pyramid of extents: level k
 * holds the minimum and maximum of each block of 16^k samples, aligned to the absolute sample index, so that the
 * extent of any stretch costs a few dozen steps and what was drawn once is drawn the same for ever.
 * It is the one thing in the program's state that changes in place: a copy for each sample would cost O(length).
 */
export type Series = {
	/** Samples ever appended. */
	length: number;
	/** Index of the oldest sample still kept one by one. */
	rawStart: number;
	readonly raw: Map<number, Chunk>;
	readonly levels: Level[];
	readonly rawLimit: number;
};

/** Columns of `chunkSize` consecutive samples: Unix seconds, and the metric's unit. */
type Chunk = {readonly times: Float64Array; readonly values: Float64Array};

/** Per block: when its first sample was read, and the extent of its samples. */
type Level = {times: Float64Array; minima: Float64Array; maxima: Float64Array; length: number};

/** Smallest and largest value of a stretch; both NaN when it is empty. */
export type Extent = {min: number; max: number};

const fanOut = 16;
const chunkSize = 4096;

/** An empty series that keeps at least the newest `rawLimit` samples one by one. */
export const emptySeries = (rawLimit = 2 ** 18): Series => ({
	length: 0,
	rawStart: 0,
	raw: new Map(),
	levels: [],
	rawLimit,
});

/** Appends a sample in place. `time` is in Unix seconds and never goes back; `value` is a number, never NaN. */
export const append = (series: Series, time: number, value: number): void => {
	const index = series.length;
	const chunk = chunkFor(series, index);
	chunk.times[index % chunkSize] = time;
	chunk.values[index % chunkSize] = value;
	series.length += 1;
	raise(series, index, {time, value});
	if (series.length - series.rawStart > series.rawLimit + chunkSize) dropOldest(series);
};

/** Time of the sample at `index`, in Unix seconds; of the nearest kept one before it where that one is gone. */
export const timeAt = (series: Series, index: number): number => {
	const chunk = series.raw.get(Math.floor(index / chunkSize));
	if (chunk) return chunk.times[index % chunkSize] ?? Number.NaN;
	return series.levels[0]?.times[Math.floor(index / fanOut)] ?? Number.NaN;
};

/** Value of the sample at `index`; the maximum of its block where the sample itself is gone; NaN past the end. */
export const valueAt = (series: Series, index: number): number => {
	if (index < 0 || index >= series.length) return Number.NaN;
	const chunk = series.raw.get(Math.floor(index / chunkSize));
	if (chunk) return chunk.values[index % chunkSize] ?? Number.NaN;
	return series.levels[0]?.maxima[Math.floor(index / fanOut)] ?? Number.NaN;
};

/** The newest value, or NaN. */
export const lastValue = (series: Series): number => valueAt(series, series.length - 1);

/** Index of the first sample at or after `time` (Unix seconds); `length` when there is none. */
export const indexAt = (series: Series, time: number): number =>
	firstIndex(series, index => timeAt(series, index) >= time);

/** Index of the first sample after `time` (Unix seconds); `length` when there is none. */
export const indexAfter = (series: Series, time: number): number =>
	firstIndex(series, index => timeAt(series, index) > time);

/** Extent of the samples from index `start` up to but without `end`, written into `into`. */
export const extentOf = (
	series: Series,
	range: readonly [start: number, end: number],
	into: Extent,
): Extent => {
	into.min = Number.POSITIVE_INFINITY;
	into.max = Number.NEGATIVE_INFINITY;
	const end = Math.min(range[1], series.length);
	let index = Math.max(0, range[0]);
	while (index < end) index += widestBlock(series, {index, end, into});
	if (into.min > into.max) into.min = into.max = Number.NaN;
	return into;
};

const firstIndex = (series: Series, isReached: (index: number) => boolean): number => {
	let low = 0;
	let high = series.length;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (isReached(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
};

const chunkFor = (series: Series, index: number): Chunk => {
	const key = Math.floor(index / chunkSize);
	const known = series.raw.get(key);
	if (known) return known;
	const chunk = {times: new Float64Array(chunkSize), values: new Float64Array(chunkSize)};
	series.raw.set(key, chunk);
	return chunk;
};

const dropOldest = (series: Series): void => {
	series.raw.delete(Math.floor(series.rawStart / chunkSize));
	series.rawStart += chunkSize;
};

const raise = (series: Series, index: number, {time, value}: {time: number; value: number}): void => {
	let block = index;
	for (let depth = 0; depth === 0 || block > 0; depth += 1) {
		block = Math.floor(block / fanOut);
		const level = levelAt(series, depth);
		if (block >= level.length) startBlock(level, block, {time, series, depth});
		level.minima[block] = Math.min(level.minima[block] ?? value, value);
		level.maxima[block] = Math.max(level.maxima[block] ?? value, value);
	}
};

const levelAt = (series: Series, depth: number): Level => {
	const known = series.levels[depth];
	if (known) return known;
	const level = {
		times: new Float64Array(64),
		minima: new Float64Array(64),
		maxima: new Float64Array(64),
		length: 0,
	};
	series.levels[depth] = level;
	return level;
};

// A level that begins late takes over what the levels below it hold of its first block.
const startBlock = (level: Level, block: number, {time, series, depth}: BlockStart): void => {
	if (block >= level.times.length) growLevel(level);
	const below = depth > 0 && block === 0 ? series.levels[depth - 1] : undefined;
	level.times[block] = below?.times[0] ?? time;
	level.minima[block] = below
		? Math.min(...below.minima.subarray(0, below.length))
		: Number.POSITIVE_INFINITY;
	level.maxima[block] = below
		? Math.max(...below.maxima.subarray(0, below.length))
		: Number.NEGATIVE_INFINITY;
	level.length = block + 1;
};

type BlockStart = {readonly time: number; readonly series: Series; readonly depth: number};

const growLevel = (level: Level): void => {
	level.times = grown(level.times);
	level.minima = grown(level.minima);
	level.maxima = grown(level.maxima);
};

const grown = (column: Float64Array): Float64Array => {
	const wider = new Float64Array(column.length * 2);
	wider.set(column);
	return wider;
};

// Takes in the widest block of the pyramid that begins at `index` and lies before `end`; says how many samples it held.
const widestBlock = (series: Series, {index, end, into}: Step): number => {
	let depth = -1;
	let width = 1;
	while (
		index % (width * fanOut) === 0 &&
		index + width * fanOut <= end &&
		depth + 1 < series.levels.length
	) {
		width *= fanOut;
		depth += 1;
	}
	if (depth < 0 && index >= series.rawStart) takeIn(into, valueAt(series, index), valueAt(series, index));
	else takeInBlock(series.levels[Math.max(depth, 0)], Math.floor(index / Math.max(width, fanOut)), into);
	return width;
};

type Step = {readonly index: number; readonly end: number; readonly into: Extent};

const takeInBlock = (level: Level | undefined, block: number, into: Extent): void => {
	takeIn(into, level?.minima[block] ?? Number.NaN, level?.maxima[block] ?? Number.NaN);
};

const takeIn = (into: Extent, min: number, max: number): void => {
	if (min < into.min) into.min = min;
	if (max > into.max) into.max = max;
};
