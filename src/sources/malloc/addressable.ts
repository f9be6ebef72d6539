import type {Range} from '../../platform/linux/byte-source.ts';
import type {Mapping} from '../../platform/linux/process-maps.ts';

/** Whether all `length` bytes from `address` on are memory that a heap can lie in. */
export type Addressable = (address: number, length: number) => boolean;

/** What heaps can lie in, by the mappings of a process. */
export const addressableBy = (mappings: readonly Mapping[]): Addressable => {
	const ranges = heapRanges(mappings);
	let last: Range | undefined;
	return (address, length) => {
		if (!Number.isSafeInteger(address)) return false;
		if (last && address >= last.start && address + length <= last.end) return true;
		last = rangeAt(ranges, address) ?? last;
		return last !== undefined && address >= last.start && address + length <= last.end;
	};
};

/**
 * Memory of a process that shows no file and can be written to, with what may become such memory at any moment: the gap
 * behind the program's heap, into which that grows from below and new mappings from above, and what is reserved behind others.
 */
export const heapRanges = (mappings: readonly Mapping[]): readonly Range[] => {
	const ranges: Range[] = [];
	mappings.forEach((mapping, index) => {
		const next = mappings[index + 1];
		if (mapping.file === '[heap]') ranges.push({start: mapping.start, end: next?.start ?? mapping.end});
		else if (isOwn(mapping) && mapping.isWritable) {
			const isReserved = next && isOwn(next) && !next.isReadable && next.start === mapping.end;
			ranges.push({start: mapping.start, end: isReserved ? next.end : mapping.end});
		}
	});
	return ranges;
};

const isOwn = ({file}: Mapping): boolean => file === '' || file.startsWith('[anon:');

const rangeAt = (ranges: readonly Range[], address: number): Range | undefined => {
	let [low, high] = [0, ranges.length];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if ((ranges[middle]?.end ?? 0) > address) high = middle;
		else low = middle + 1;
	}
	return ranges[low];
};
