import {type ByteSource, pieceLimit, readExactly} from '../byte-source.ts';
import {ImageError} from '../image-error.ts';
import type {Table} from './header.ts';

/** The entries of a table, whose size must be `entrySize`. Throws ImageError for a table that is none. */
export const readTable = async (
	file: ByteSource,
	{offset, entrySize, count}: Table,
	expectedSize: number,
): Promise<readonly Buffer[]> => {
	if (count === 0) return [];
	if (entrySize !== expectedSize || count * entrySize > pieceLimit) {
		throw new ImageError(`expected entries of ${expectedSize} bytes, got ${count} of ${entrySize}`);
	}
	const bytes = await readExactly(file, offset, count * entrySize);
	return Array.from({length: count}, (_, index) =>
		bytes.subarray(index * entrySize, (index + 1) * entrySize),
	);
};
