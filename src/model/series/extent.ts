import {chunkOf, fanOut, type Layer, placeOf} from './layer.ts';
import {finestAt} from './lookup.ts';
import type {Series} from './series.ts';

/** Smallest and largest value of a stretch; both NaN when it is empty. */
export type Extent = {min: number; max: number};

/**
 * Extent of the samples from index `start` up to but without `end`, written into `into`. Where only blocks are left,
 * those count whose first sample is in the stretch, wholly: of two neighbouring stretches one has a spike, never both.
 */
export const extentOf = (
	series: Series,
	range: readonly [start: number, end: number],
	into: Extent,
): Extent => {
	into.min = Number.POSITIVE_INFINITY;
	into.max = Number.NEGATIVE_INFINITY;
	const start = blockFrom(series, Math.max(0, range[0]));
	const end = blockFrom(series, Math.min(range[1], series.length));
	if (start < end) climb(series, {start, end}, into);
	if (into.min > into.max) into.min = into.max = Number.NaN;
	return into;
};

// The first kept block or sample that begins at or after an index.
const blockFrom = (series: Series, index: number): number => {
	const {width} = finestAt(series, index);
	return Math.ceil(index / width) * width;
};

// From layer to layer, the blocks at both ends that do not fill a wider one; then all that is left between.
const climb = (series: Series, {start, end}: Stretch, into: Extent): void => {
	const finest = finestAt(series, start).depth;
	let [low, high] = [start, end];
	for (const layer of series.layers) {
		const isLast = layer.depth + 1 >= series.layers.length;
		if (isLast || (layer.depth >= finest && high - low < 2 * fanOut)) {
			takeIn(layer, {start: low, end: high}, into);
			return;
		}
		const [inner, outer] = [Math.ceil(low / fanOut), Math.floor(high / fanOut)];
		takeIn(layer, {start: low, end: inner * fanOut}, into);
		takeIn(layer, {start: outer * fanOut, end: high}, into);
		[low, high] = [inner, outer];
	}
};

/** Numbers of samples or blocks. */
type Stretch = {readonly start: number; readonly end: number};

const takeIn = (layer: Layer, {start, end}: Stretch, into: Extent): void => {
	const {chunkSize} = layer;
	for (let from = start; from < end; ) {
		const to = Math.min(end, (Math.floor(from / chunkSize) + 1) * chunkSize);
		const chunk = chunkOf(layer, from);
		for (let block = from; chunk && block < to; block += 1) {
			const place = placeOf(layer, block);
			const min = chunk.minima[place] ?? Number.NaN;
			const max = chunk.maxima[place] ?? Number.NaN;
			if (min < into.min) into.min = min;
			if (max > into.max) into.max = max;
		}
		from = to;
	}
};
