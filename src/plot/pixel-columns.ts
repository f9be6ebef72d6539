import type {Range} from './byte-axis.ts';

/** The columns of pixels that a stretch of x is drawn in. */
export type PixelColumns = {
	readonly range: Range;
	/** How many; the first moment lies in the middle of the first, the last in the middle of the last. */
	readonly count: number;
	/** Columns of the picture left of the first. */
	readonly before: number;
};

/**
 * In which of the columns gnuplot draws an x, counted from 0; −1 for what is left of the range and `count` for what is
 * right of it. Rounded in the order of operations of gnuplot's own `axis_map` (its axis.h), so that no sample at the
 * edge of a column falls into another than there.
 */
export const columnIn = ({range: {from, to}, count, before}: PixelColumns): ((x: number) => number) => {
	const scale = to > from ? (count - 1) / (to - from) : 0;
	return x => (x < from ? -1 : x > to ? count : Math.floor(before + (x - from) * scale + 0.5) - before);
};

/** The same stretch in columns a fraction as wide, for a renderer that draws between pixels. */
export const finer = ({range, count, before}: PixelColumns, times: number): PixelColumns => ({
	range,
	count: (count - 1) * times + 1,
	before: before * times,
});
