import {chunkOf, type Layer, placeOf} from './layer.ts';
import type {Series} from './series.ts';

/** Time of the sample at `index`, in Unix seconds; of the first of its block where the sample itself is gone. */
export const timeAt = (series: Series, index: number): number => {
	const layer = finestAt(series, index);
	const block = Math.floor(index / layer.width);
	return chunkOf(layer, block)?.times.column[placeOf(layer, block)] ?? Number.NaN;
};

/** Value of the sample at `index`; the maximum of its block where the sample itself is gone; NaN past the end. */
export const valueAt = (series: Series, index: number): number => {
	if (!(index >= 0 && index < series.length)) return Number.NaN;
	const layer = finestAt(series, index);
	const block = Math.floor(index / layer.width);
	return chunkOf(layer, block)?.maxima[placeOf(layer, block)] ?? Number.NaN;
};

/** The newest value, or NaN. */
export const lastValue = (series: Series): number => valueAt(series, series.length - 1);

/** Index of the first sample at or after `time` (Unix seconds); `length` when there is none. */
export const indexAt = (series: Series, time: number): number => {
	let low = 0;
	let high = series.length;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (timeAt(series, middle) >= time) high = middle;
		else low = middle + 1;
	}
	return low;
};

/** Index of the first sample after `time` (Unix seconds); `length` when there is none. */
export const indexAfter = (series: Series, time: number): number => {
	let low = 0;
	let high = series.length;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (timeAt(series, middle) > time) high = middle;
		else low = middle + 1;
	}
	return low;
};

/** Index of the oldest sample that is kept one by one. */
export const exactStart = ({layers}: Series): number => layers[0].start;

/** Unix seconds from which on the samples are kept one by one; minus infinity where all are. */
export const exactFrom = (series: Series): number => {
	const start = exactStart(series);
	return start === 0 ? Number.NEGATIVE_INFINITY : timeAt(series, start);
};

/** The finest layer that still has the block of an index. */
export const finestAt = ({layers}: Series, index: number): Layer => {
	for (const layer of layers) if (layer.start * layer.width <= index) return layer;
	return layers[0];
};
