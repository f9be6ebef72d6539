/** The number of the bin for free chunks of this size, as `bin_index` in malloc/malloc.c has it for 64 bits. */
export const binOfSize = (size: number): number => {
	if (size < 1024) return Math.floor(size / 16);
	const row = largeClasses.find(({step, most}) => Math.floor(size / step) <= most);
	return row ? row.first + Math.floor(size / row.step) : 126;
};

// `largebin_index_64`: bins of 64 bytes each, then of 512, and so on.
const largeClasses = [
	{step: 64, most: 48, first: 48},
	{step: 512, most: 20, first: 91},
	{step: 4096, most: 10, first: 110},
	{step: 32_768, most: 4, first: 119},
	{step: 262_144, most: 2, first: 124},
] as const;
