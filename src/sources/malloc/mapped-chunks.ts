import {type ByteSource, type Range, readExactly} from '../../platform/linux/byte-source.ts';
import {wordAt} from '../../platform/linux/words.ts';
import type {Parameters} from './parameters.ts';

/** What chunks that are mapped by themselves are searched in. */
export type MappedSearch = {
	readonly memory: ByteSource;
	/** Memory of the process that shows no file and holds no heap, what was never touched left out. */
	readonly ranges: readonly Range[];
	/** Bytes in a page. */
	readonly pageSize: number;
};

/**
 * Where the chunks lie that malloc mapped by themselves, ascending: each begins a page with its size. Undefined unless they
 * are as many bytes, and as many, as malloc counts. Throws ImageError.
 */
export const mappedChunks = async (
	{memory, ranges, pageSize}: MappedSearch,
	{mmappedMem, mmaps}: Pick<Parameters, 'mmappedMem' | 'mmaps'>,
): Promise<readonly Range[] | undefined> => {
	const found: Range[] = [];
	let [left, end] = [mmappedMem, 0];
	for (const range of ranges) {
		for (let page = Math.max(range.start, end); page < range.end && left > 0; page += pageSize) {
			const size = mappedSize(await readExactly(memory, page, 16), pageSize);
			if (size === undefined || size > left) continue;
			found.push({start: page, end: page + size});
			left -= size;
			end = page + size;
			page = end - pageSize;
		}
	}
	const isAll = left === 0 && (mmaps === undefined || mmaps === found.length);
	return isAll ? found : undefined;
};

// Bit 1 of the size says that it was mapped; before it stands what was left out for the sake of alignment: nothing.
const mappedSize = (head: Buffer, pageSize: number): number | undefined => {
	const word = wordAt(head, 8);
	const size = word - 2;
	return wordAt(head, 0) === 0 && size > 0 && size % pageSize === 0 ? size : undefined;
};
