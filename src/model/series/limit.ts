import {type Chunk, fanOut, type Layer} from './layer.ts';
import type {Series, SeriesLimits} from './series.ts';
import {releaseTimes} from './times.ts';

/** Changes how much of a series is kept, in place: what is too much is dropped at once. */
export const setLimits = (series: Series, limits: SeriesLimits): void => {
	series.limits = limits;
	for (const layer of series.layers) while (dropOldest(series, layer));
};

/**
 * Drops the oldest chunk of a layer when it is too old to be kept, in place, and returns it: its columns can be used
 * again. What a finer layer still has is kept in the coarser ones, so that an extent finds its way up from any sample.
 */
export const dropOldest = ({layers, limits, shared}: Series, layer: Layer): Chunk | undefined => {
	const start = layer.start + layer.chunkSize;
	const finer = layers[layer.depth - 1];
	if (layer.length - start < limitAt(limits, layer.depth)) return undefined;
	if (finer && start * fanOut > finer.start) return undefined;
	layer.start = start;
	const dropped = layer.chunks.shift();
	if (dropped) releaseTimes(shared, dropped.times);
	return dropped;
};

// At least the 16 blocks that the next coarser one is made of.
const limitAt = (limits: SeriesLimits, depth: number): number =>
	Math.max(fanOut, limits[depth] ?? limits.at(-1) ?? 0);
