import {emptyLayer, type Layer} from './layer.ts';
import {nothingShared, type SharedTimes} from './times.ts';

/**
 * One metric over time, appended for as long as the process is watched, in bounded memory.
 *
 * The newest samples are kept one by one; everything is also kept as a pyramid of extents: layer k holds the minimum
 * and maximum of each complete block of 16^k samples, aligned to the absolute sample index, so that the extent of any
 * stretch costs a few dozen steps and what was drawn once is drawn the same for ever. Of old times only the coarser
 * layers are kept: an index there stands for its block, and a block belongs to the stretch that holds its first sample.
 * It is the one thing in the program's state that changes in place: a copy for each sample would cost O(length).
 */
export type Series = {
	/** Samples ever appended. */
	length: number;
	/** By depth; the first holds the samples. The last holds all blocks that there ever were. */
	readonly layers: [samples: Layer, ...coarser: Layer[]];
	limits: SeriesLimits;
	/** Times of series that are appended in the same ticks. */
	readonly shared: SharedTimes;
};

/**
 * How many of the newest blocks are kept at least, by depth: samples, blocks of 16 samples, of 256, and so on; the last
 * number holds for all coarser ones too. A layer keeps all that lies in the time of the finer ones, whatever its number.
 */
export type SeriesLimits = readonly [samples: number, ...blocks: number[]];

const usual: SeriesLimits = [2 ** 18, 2 ** 16, 2 ** 15];

/** An empty series; several that share their times take less memory. */
export const emptySeries = (limits: SeriesLimits = usual, shared = nothingShared()): Series => ({
	...{length: 0, layers: [emptyLayer(0)], limits, shared},
});
