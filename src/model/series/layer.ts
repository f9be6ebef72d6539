import {chunkSizeAt} from './chunk-size.ts';
import type {Times} from './times.ts';

/** Blocks of one layer are so many times wider than those of the layer under it. */
export const fanOut = 16;

/**
 * The extents of all complete blocks of 16^depth samples, aligned to the absolute sample index, of which the oldest
 * may be dropped. At depth 0 each block is one sample.
 */
export type Layer = {
	readonly depth: number;
	/** Samples in a block. */
	readonly width: number;
	/** Blocks in a chunk. */
	readonly chunkSize: number;
	/** Complete blocks ever. */
	length: number;
	/** Number of the oldest block kept; a multiple of the chunk size. */
	start: number;
	/** Kept blocks from `start` on. */
	readonly chunks: Chunk[];
	newest: Chunk | undefined;
};

/** Columns of consecutive blocks: when the first sample of each was read, its smallest and its largest value. */
export type Chunk = {times: Times; readonly minima: Float64Array; readonly maxima: Float64Array};

/** A layer of nothing yet. */
export const emptyLayer = (depth: number): Layer => ({
	...{depth, width: fanOut ** depth, chunkSize: chunkSizeAt(depth)},
	...{length: 0, start: 0, chunks: [], newest: undefined},
});

/** The place of a block in its chunk. */
export const placeOf = ({chunkSize}: Layer, block: number): number => block & (chunkSize - 1);

/** The chunk that holds a block; undefined where it is dropped or not there yet. */
export const chunkOf = (layer: Layer, block: number): Chunk | undefined =>
	layer.chunks[Math.floor((block - layer.start) / layer.chunkSize)];
