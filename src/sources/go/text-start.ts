import {type ByteSource, findAll, type Range, readExactly} from '../../platform/linux/byte-source.ts';
import {wordAt} from '../../platform/linux/words.ts';

/**
 * Address in memory at which the text of a program begins, to which a table of functions (at `table` in memory) is
 * relative; undefined where it cannot be told. Until Go 1.25 the table's header has it; from 1.26 on only `moduledata`
 * (runtime/symtab.go), which lies somewhere in `data` and begins with the address of the table. Throws ImageError.
 */
export const readTextStart = async (
	memory: ByteSource,
	table: number,
	data: readonly Range[],
): Promise<number | undefined> => {
	const inHeader = wordAt(await readExactly(memory, table + 24, 8), 0);
	if (inHeader > 0) return inHeader;
	const pointer = Buffer.alloc(8);
	pointer.writeBigUInt64LE(BigInt(table));
	for (const range of data) {
		for await (const position of findAll(memory, range, pointer)) {
			const text = parseModule(await memory.read(position, moduleSize));
			if (text !== undefined) return text;
		}
	}
	return undefined;
};

/** The start of the text in the bytes of a `moduledata`; undefined when its bounds are not those of one. */
export const parseModule = (bytes: Buffer): number | undefined => {
	const [first, last, text, end] = [20, 21, 22, 23].map(index => wordAt(bytes, index * 8));
	if (!first || !last || !text || !end) return undefined;
	return text <= first && first < last && last <= end ? text : undefined;
};

const moduleSize = 24 * 8;
