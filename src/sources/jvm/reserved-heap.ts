import type {Range} from '../../platform/linux/byte-source.ts';
import type {Mapping} from '../../platform/linux/process-maps.ts';

/** What a JVM says of the address range of its heap, in bytes. */
export type HeapSize = {
	/** As far as it can grow. */
	readonly reserved: number;
	/** That may be used now. */
	readonly committed: number;
};

/**
 * The address range that a JVM has reserved for its heap: mappings without gaps between them that have this size
 * together, of which as much can be written to as is committed. Else the one such range with gaps around it. Undefined
 * where that is not one alone: the arenas of malloc, 64 MiB each, often lie side by side too.
 */
export const findReservedHeap = (mappings: readonly Mapping[], size: HeapSize): Range | undefined => {
	if (!(size.reserved > 0)) return undefined;
	const candidates = rangesOf(mappings, size.reserved);
	const exact = candidates.filter(({writable}) => writable === size.committed);
	return onlyOne(exact) ?? onlyOne(candidates.filter(({isApart}) => isApart));
};

type Candidate = Range & {
	/** Bytes of it that can be written to. */
	readonly writable: number;
	/** True when nothing is mapped next to it. */
	readonly isApart: boolean;
};

const onlyOne = ([first, second]: readonly Candidate[]): Range | undefined =>
	first && !second ? {start: first.start, end: first.end} : undefined;

// A window over the mappings that is moved on behind each gap and kept to the size.
const rangesOf = (mappings: readonly Mapping[], size: number): readonly Candidate[] => {
	const found: Candidate[] = [];
	let first = 0;
	let writable = 0;
	mappings.forEach((mapping, index) => {
		if (mapping.start !== mappings[index - 1]?.end) [first, writable] = [index, 0];
		writable += writableIn(mapping);
		for (let out = mappings[first]; out && out.start < mapping.end - size; out = mappings[first]) {
			writable -= writableIn(out);
			first += 1;
		}
		const start = mappings[first]?.start;
		if (start !== mapping.end - size || start % alignment !== 0) return;
		const isApart = mappings[first - 1]?.end !== start && mappings[index + 1]?.start !== mapping.end;
		found.push({start, end: mapping.end, writable, isApart});
	});
	return found;
};

const alignment = 64 * 1024;

const writableIn = ({start, end, isWritable}: Mapping): number => (isWritable ? end - start : 0);
