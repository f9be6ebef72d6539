import type {Extent} from './extent.ts';
import {type Chunk, emptyLayer, fanOut, type Layer, placeOf} from './layer.ts';
import {dropOldest} from './limit.ts';
import type {Series} from './series.ts';
import {beginTimes, continueTimes} from './times.ts';

/** Appends a sample in place. `time` is in Unix seconds and never goes back; `value` is a number, never NaN. */
export const append = (series: Series, time: number, value: number): void => {
	const [samples] = series.layers;
	const chunk = roomFor(series, samples, time);
	chunk.minima[placeOf(samples, samples.length)] = value;
	samples.length += 1;
	series.length += 1;
	if (samples.length % fanOut === 0) fold(series, samples);
};

/** Appends many samples in place, as `append` would one after another. */
export const appendAll = (series: Series, {times, values}: Samples): void => {
	const [samples] = series.layers;
	for (let from = 0; from < values.length; ) {
		const place = placeOf(samples, samples.length);
		const count = Math.min(values.length - from, samples.chunkSize - place);
		const chunk = roomFor(series, samples, times[from] ?? Number.NaN);
		putTimes(series, {chunk, place}, times.subarray(from, from + count));
		chunk.minima.set(values.subarray(from, from + count), place);
		const length = samples.length + count;
		foldUntil(series, samples, length);
		series.length = length;
		from += count;
	}
};

/** Columns of equal length: Unix seconds that never go back, and numbers, never NaN. */
export type Samples = {readonly times: Float64Array; readonly values: Float64Array};

// As `fold` for each 16 samples that become complete, of which smallest and largest values are the same column.
const foldUntil = (series: Series, samples: Layer, length: number): void => {
	const {newest} = samples;
	let complete = (Math.floor(samples.length / fanOut) + 1) * fanOut;
	samples.length = length;
	if (!newest || complete > length) return;
	const {minima: values, times} = newest;
	const above = layerAbove(series, samples);
	for (; complete <= length; complete += fanOut) {
		const from = placeOf(samples, complete - fanOut);
		let min = values[from] ?? Number.NaN;
		let max = min;
		for (let index = from + 1; index < from + fanOut; index += 1) {
			const value = values[index] ?? Number.NaN;
			if (value < min) min = value;
			else if (value > max) max = value;
		}
		const into = roomFor(series, above, times.column[from] ?? Number.NaN);
		putBlock(series, {layer: above, into}, {min, max});
	}
};

// The chunk that takes the next block of a layer, with its time in it.
const roomFor = (series: Series, layer: Layer, time: number): Chunk => {
	const place = placeOf(layer, layer.length);
	const {newest} = layer;
	if (place === 0 || !newest) return beginChunk(series, layer, time);
	const {times} = newest;
	if (times.length === place) {
		times.column[place] = time;
		times.length = place + 1;
	} else if (times.column[place] !== time) {
		newest.times = continueTimes(series.shared, layer.depth, {before: times, length: place, time});
	}
	return newest;
};

const beginChunk = (series: Series, layer: Layer, time: number): Chunk => {
	const spare = dropOldest(series, layer);
	const {chunkSize} = layer;
	const times = beginTimes(series.shared, layer.depth, time);
	const minima = spare?.minima ?? new Float64Array(chunkSize);
	const maxima = layer.depth === 0 ? minima : (spare?.maxima ?? new Float64Array(chunkSize));
	const chunk = {times, minima, maxima};
	layer.chunks.push(chunk);
	layer.newest = chunk;
	return chunk;
};

// The first of them is there already.
const putTimes = (
	series: Series,
	{chunk, place}: {chunk: Chunk; place: number},
	column: Float64Array,
): void => {
	if (chunk.times.length === place + 1) {
		chunk.times.column.set(column, place);
		chunk.times.length = place + column.length;
		return;
	}
	let {times} = chunk;
	for (let index = 1; index < column.length; index += 1) {
		const time = column[index] ?? Number.NaN;
		if (times.column[place + index] === time && times.length > place + index) continue;
		times = continueTimes(series.shared, 0, {before: times, length: place + index, time});
	}
	chunk.times = times;
};

// Takes the newest 16 blocks of a layer into the one above it.
const fold = (series: Series, layer: Layer): void => {
	const chunk = layer.newest;
	if (!chunk) return;
	const {minima, maxima, times} = chunk;
	const from = placeOf(layer, layer.length - fanOut);
	let min = minima[from] ?? Number.NaN;
	let max = maxima[from] ?? Number.NaN;
	for (let index = from + 1; index < from + fanOut; index += 1) {
		const low = minima[index] ?? Number.NaN;
		const high = maxima[index] ?? Number.NaN;
		if (low < min) min = low;
		if (high > max) max = high;
	}
	const above = layerAbove(series, layer);
	const into = roomFor(series, above, times.column[from] ?? Number.NaN);
	putBlock(series, {layer: above, into}, {min, max});
};

const putBlock = (series: Series, {layer, into}: {layer: Layer; into: Chunk}, {min, max}: Extent): void => {
	const place = placeOf(layer, layer.length);
	into.minima[place] = min;
	into.maxima[place] = max;
	layer.length += 1;
	if (layer.length % fanOut === 0) fold(series, layer);
};

const layerAbove = ({layers}: Series, {depth}: Layer): Layer => {
	const known = layers[depth + 1];
	if (known) return known;
	const above = emptyLayer(depth + 1);
	layers.push(above);
	return above;
};
