import {type ByteSource, readExactly} from '../byte-source.ts';
import {halfWordAt, wordAt} from '../words.ts';
import type {Section} from './sections.ts';
import {byAddress, type Segment} from './segments.ts';

/**
 * The address that a program gives to a name it exports, looked up in its `.gnu.hash` table as the dynamic linker does,
 * in a few small reads; undefined where it has no such table or name. Throws ImageError.
 */
export const findExportedSymbol = async (
	file: ByteSource,
	{segments, sections}: {readonly segments: readonly Segment[]; readonly sections: readonly Section[]},
	name: string,
): Promise<number | undefined> => {
	const hashes = sections.find(section => section.name === '.gnu.hash');
	const symbols = sections.find(({type}) => type === dynamicSymbols);
	const names = symbols && sections[symbols.link];
	if (!hashes || !symbols || !names) return undefined;
	const image = byAddress(file, segments);
	for await (const index of candidates(image, hashes.address, hashOf(name))) {
		const symbol = await readExactly(image, symbols.address + index * 24, 24);
		const found = await image.read(names.address + halfWordAt(symbol, 0), name.length + 1);
		if (found.equals(Buffer.from(`${name}\0`, 'latin1'))) return wordAt(symbol, 8);
	}
	return undefined;
};

// The type of the section of symbols for the dynamic linker.
const dynamicSymbols = 11;

/** The hash of a name in such a table: that of Daniel J. Bernstein, from 5381 on with factor 33. */
const hashOf = (name: string): number => {
	let hash = 5381;
	for (const byte of Buffer.from(name, 'latin1')) hash = (Math.imul(hash, 33) + byte) >>> 0;
	return hash;
};

// Numbers of symbols with this hash: a header of four numbers, a filter of 64-bit words, the first symbol of each bucket,
// then a hash for each symbol, whose last bit ends a bucket.
async function* candidates(image: ByteSource, table: number, hash: number): AsyncGenerator<number> {
	const header = await readExactly(image, table, 16);
	const [buckets = 0, first = 0, words = 0] = [0, 4, 8].map(offset => halfWordAt(header, offset));
	if (buckets === 0) return;
	const start = table + 16 + words * 8;
	let index = halfWordAt(await readExactly(image, start + (hash % buckets) * 4, 4), 0);
	for (let step = 0; index >= first && step < bucketLimit; step += 1) {
		const found = halfWordAt(await readExactly(image, start + (buckets + index - first) * 4, 4), 0);
		if (((found ^ hash) >>> 0) >>> 1 === 0) yield index;
		if ((found & 1) === 1) return;
		index += 1;
	}
}

// Symbols in a bucket are a handful.
const bucketLimit = 64;
