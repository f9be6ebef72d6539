import type {Mapping} from './process-maps.ts';

/** The mapping of ascending ones that holds all `length` bytes from `address` on; undefined where none does. */
export const mappingAt = (
	mappings: readonly Mapping[],
	address: number,
	length: number,
): Mapping | undefined => {
	let [low, high] = [0, mappings.length];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if ((mappings[middle]?.end ?? 0) > address) high = middle;
		else low = middle + 1;
	}
	const mapping = mappings[low];
	return mapping && address >= mapping.start && address + length <= mapping.end ? mapping : undefined;
};
