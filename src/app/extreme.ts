import {type Extent, extentOf, type Series} from '../model/series.ts';

/** Whether the highest or the lowest value is meant. */
export type Which = 'highest' | 'lowest';

/**
 * Index of the first sample with the highest or lowest value among those from `start` up to but without `end`; undefined
 * where there is none. Where only blocks are left, the first index of the block that has it. O(log² n) by the extents.
 */
export const extremeIn = (
	series: Series,
	[start, end]: readonly [start: number, end: number],
	which: Which,
): number | undefined => {
	const extremeOf = (from: number, to: number): number => {
		const {min, max} = extentOf(series, [from, to], extent());
		return which === 'highest' ? max : min;
	};
	const wanted = extremeOf(start, end);
	if (Number.isNaN(wanted)) return undefined;
	let [low, high] = [start, end];
	while (high - low > 1) {
		const middle = (low + high) >>> 1;
		if (extremeOf(low, middle) === wanted) high = middle;
		else low = middle;
	}
	return low;
};

const extent = (): Extent => ({min: Number.NaN, max: Number.NaN});
