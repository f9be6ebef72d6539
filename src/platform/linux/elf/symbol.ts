import {type ByteSource, findAll, piecesOf, type Range} from '../byte-source.ts';
import {halfWordAt, wordAt} from '../words.ts';
import {type Section, symbolSection} from './sections.ts';

/** The address a name has in the symbol table; undefined without a table, or when the name is not in it. */
export const findSymbol = async (
	file: ByteSource,
	sections: readonly Section[],
	name: string,
): Promise<number | undefined> => {
	const table = sections.find(({type}) => type === symbolSection);
	const names = table && sections[table.link];
	if (table === undefined || names === undefined) return undefined;
	for await (const position of findAll(file, rangeOf(names), Buffer.from(`\0${name}\0`, 'latin1'))) {
		const address = await addressOf(file, table, position + 1 - names.offset);
		if (address !== undefined) return address;
	}
	return undefined;
};

const symbolSize = 24;

const addressOf = async (file: ByteSource, table: Section, name: number): Promise<number | undefined> => {
	// A piece of whole symbols and the next one overlap by what the piece has of the last symbol.
	for await (const {position, bytes} of piecesOf(file, rangeOf(table), {overlap: symbolSize - 1})) {
		const first = (symbolSize - ((position - table.offset) % symbolSize)) % symbolSize;
		for (let offset = first; offset + symbolSize <= bytes.length; offset += symbolSize) {
			if (halfWordAt(bytes, offset) === name) return wordAt(bytes, offset + 8);
		}
	}
	return undefined;
};

const rangeOf = ({offset, size}: Section): Range => ({start: offset, end: offset + size});
