import type {ByteSource} from './byte-source.ts';
import {wordAt} from './words.ts';

/**
 * The value of a type in the auxiliary vector of a process with 64-bit words, from its `auxv` file; see getauxval(3) for
 * the types. Undefined when it is not there.
 */
export const readAuxiliaryEntry = async (file: ByteSource, type: number): Promise<number | undefined> => {
	const bytes = await file.read(0, 4096);
	for (let offset = 0; offset + 16 <= bytes.length; offset += 16) {
		if (wordAt(bytes, offset) === type) return wordAt(bytes, offset + 8);
	}
	return undefined;
};

/** Type of the address at which the program begins, as it lies in memory. */
export const programEntry = 9;
