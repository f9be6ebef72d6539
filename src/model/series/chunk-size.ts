/**
 * Samples or blocks in a chunk of a layer. Each is a power of two and a multiple of 16, so that the blocks under one
 * coarser block are in one chunk. Many short columns take memory by themselves, long ones by what is not used of them.
 */
export const chunkSizeAt = (depth: number): number => sizes[depth] ?? 256;

const sizes = [2048, 1024];
