import {
	type ByteSource,
	findAll,
	pieceLimit,
	type Range,
	readExactly,
} from '../../platform/linux/byte-source.ts';
import {halfWordAt, wordAt} from '../../platform/linux/words.ts';

/**
 * The beginning of a table of functions (pclntab) as Go 1.18 and later write it: `pcHeader` in runtime/symtab.go.
 * Positions are addresses in the source the table was read from.
 */
export type FunctionTable = {
	/** Where the table itself begins. */
	readonly start: number;
	readonly count: number;
	/** Names, each ended by a zero byte. */
	readonly names: Range;
	/** Pairs of 32 bits: offset of a function in the text, offset of its description from here. */
	readonly functions: number;
};

/** A function: offset of its code in the text, and its length in bytes. */
export type FunctionCode = {readonly offset: number; readonly length: number};

/** Bytes of the header of a table. */
export const functionTableHeaderSize = 72;

/** Which Go wrote a table, by the number it begins with: `old` is all before 1.18. */
export const tableAge = (bytes: Buffer): 'readable' | 'old' | undefined => {
	if (bytes.length < 8 || bytes[4] !== 0 || bytes[5] !== 0 || bytes[7] !== 8) return undefined;
	const magic = halfWordAt(bytes, 0);
	if (magic === 0xfffffff0 || magic === 0xfffffff1) return 'readable';
	return magic === 0xfffffffa || magic === 0xfffffffb ? 'old' : undefined;
};

/** The table whose header these bytes are; undefined when its parts cannot lie as it says. */
export const parseFunctionTable = (bytes: Buffer, start: number): FunctionTable | undefined => {
	const [count, names, namesEnd, functions] = [8, 32, 40, 64].map(offset => wordAt(bytes, offset));
	if (tableAge(bytes) !== 'readable' || !count || !names || !namesEnd || !functions) return undefined;
	const isOrdered = names >= functionTableHeaderSize && names < namesEnd && namesEnd < functions;
	if (!isOrdered || !Number.isSafeInteger(start + functions + count * 8)) return undefined;
	return {start, count, names: {start: start + names, end: start + namesEnd}, functions: start + functions};
};

/** The function with this name; undefined when the table has none. Throws ImageError. */
export const findFunction = async (
	source: ByteSource,
	table: FunctionTable,
	name: string,
): Promise<FunctionCode | undefined> => {
	for await (const position of findAll(source, table.names, Buffer.from(`\0${name}\0`, 'latin1'))) {
		return findByName(source, table, position + 1 - table.names.start);
	}
	return undefined;
};

const findByName = async (
	source: ByteSource,
	{functions, count}: FunctionTable,
	name: number,
): Promise<FunctionCode | undefined> => {
	const descriptions = createWindow(source);
	for (let first = 0; first < count; first += entriesPerPiece) {
		const entries = Math.min(entriesPerPiece, count - first);
		// One entry more: a function ends where the next begins.
		const bytes = await readExactly(source, functions + first * 8, (entries + 1) * 8);
		for (let at = 0; at < entries * 8; at += 8) {
			const position = functions + halfWordAt(bytes, at + 4) + nameField;
			const found = descriptions.halfWord(position) ?? (await descriptions.move(position));
			if (found !== name) continue;
			const offset = halfWordAt(bytes, at);
			return {offset, length: halfWordAt(bytes, at + 8) - offset};
		}
	}
	return undefined;
};

const entriesPerPiece = 1024;

// A description begins with the offset of the function in the text, then that of its name.
const nameField = 4;

// Descriptions lie in the order of their functions, so that a window which moves on reads each part once.
const createWindow = (source: ByteSource) => {
	let start = 0;
	let bytes: Buffer = Buffer.alloc(0);
	const halfWord = (position: number): number | undefined => {
		const offset = position - start;
		return offset >= 0 && offset + 4 <= bytes.length ? bytes.readUInt32LE(offset) : undefined;
	};
	const move = async (position: number): Promise<number | undefined> => {
		start = position;
		bytes = await source.read(position, pieceLimit);
		return halfWord(position);
	};
	return {halfWord, move};
};
