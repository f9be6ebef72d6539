import {chunkSizeAt} from './chunk-size.ts';

/**
 * The times of a chunk, in Unix seconds. Series that are appended in the same ticks share them: they are a third of what
 * is kept in full.
 */
export type Times = {
	readonly column: Float64Array;
	length: number;
	/** Chunks that have these times. */
	users: number;
};

/** Where a group of series looks for times to share, and for columns to use again. */
export type SharedTimes = {
	/** The newest times by depth of their layer. */
	readonly newest: Times[][];
	/** Columns of samples that nobody uses any more: a freed one would take memory until the next collection. */
	readonly spare: Float64Array[];
};

/** No times to share yet. */
export const nothingShared = (): SharedTimes => ({newest: [], spare: []});

// As many groups of series with different times can share among themselves.
const candidates = 16;

const spares = 16;

/** Times that begin with `time`: shared ones where another series has begun a chunk at the same time. */
export const beginTimes = (shared: SharedTimes, depth: number, time: number): Times =>
	withTime(shared, depth, {before: nothing, length: 0, time});

/**
 * The times of a chunk with `time` in place `length`: `before` itself wherever possible, otherwise other ones that are
 * the same up to there, which the chunk uses from now on.
 */
export const continueTimes = (shared: SharedTimes, depth: number, wanted: Wanted): Times => {
	const {before, length, time} = wanted;
	if (before.length === length) {
		before.column[length] = time;
		before.length = length + 1;
		return before;
	}
	if (before.column[length] === time) return before;
	const times = withTime(shared, depth, wanted);
	releaseTimes(shared, before);
	return times;
};

/** Says that a chunk does not use these times any more. */
export const releaseTimes = ({newest, spare}: SharedTimes, times: Times): void => {
	times.users -= 1;
	if (times.users > 0 || newest.some(known => known.includes(times))) return;
	if (spare.length < spares && times.column.length === chunkSizeAt(0)) spare.push(times.column);
};

/** The times up to but without place `length`, and that which is to follow them. */
type Wanted = {readonly before: Times; readonly length: number; readonly time: number};

const nothing: Times = {column: new Float64Array(0), length: 0, users: 0};

const withTime = (shared: SharedTimes, depth: number, wanted: Wanted): Times => {
	shared.newest[depth] ??= [];
	const known = shared.newest[depth].findLast(times => fits(times, wanted));
	const times = known ?? newTimes(shared, depth, wanted);
	times.users += 1;
	if (!known) addTo(shared.newest[depth], times);
	return times;
};

const newTimes = ({spare}: SharedTimes, depth: number, {before, length, time}: Wanted): Times => {
	const column = (depth === 0 ? spare.pop() : undefined) ?? new Float64Array(chunkSizeAt(depth));
	column.set(before.column.subarray(0, length));
	column[length] = time;
	return {column, length: length + 1, users: 0};
};

const addTo = (newest: Times[], times: Times): void => {
	newest.push(times);
	if (newest.length > candidates) newest.shift();
};

const fits = ({column, length: known}: Times, {before, length, time}: Wanted): boolean => {
	if (known <= length || column[length] !== time) return false;
	for (let index = 0; index < length; index += 1) if (column[index] !== before.column[index]) return false;
	return true;
};
