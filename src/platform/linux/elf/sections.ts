import {type ByteSource, pieceLimit} from '../byte-source.ts';
import {ImageError} from '../image-error.ts';
import {halfWordAt, wordAt} from '../words.ts';
import type {ElfHeader} from './header.ts';
import {readTable} from './table.ts';

/** A named part of the file. */
export type Section = {
	readonly name: string;
	readonly type: number;
	/** Where it lies in memory when the program is loaded where it was linked for; 0 when it is not loaded. */
	readonly address: number;
	readonly offset: number;
	readonly size: number;
	/** Number of the section that this one refers to. */
	readonly link: number;
};

/** The type of the section that holds the symbol table. */
export const symbolSection = 2;

/** The sections of a program; none when it was stripped of them. Throws ImageError. */
export const readSections = async (
	file: ByteSource,
	{sections, sectionNames}: ElfHeader,
): Promise<readonly Section[]> => {
	const entries = await readTable(file, sections, 64);
	const names = await readNames(file, entries[sectionNames]);
	return entries.map(entry => ({
		name: nameAt(names, halfWordAt(entry, 0)),
		type: halfWordAt(entry, 4),
		address: wordAt(entry, 16),
		offset: wordAt(entry, 24),
		size: wordAt(entry, 32),
		link: halfWordAt(entry, 40),
	}));
};

const readNames = async (file: ByteSource, entry: Buffer | undefined): Promise<Buffer> => {
	if (entry === undefined) return Buffer.alloc(0);
	const size = wordAt(entry, 32);
	if (!(size <= pieceLimit)) throw new ImageError(`expected names of sections, got ${size} bytes of them`);
	return file.read(wordAt(entry, 24), size);
};

const nameAt = (names: Buffer, offset: number): string => {
	const end = names.indexOf(0, offset);
	return end < offset ? '' : names.toString('latin1', offset, Math.min(end, offset + 100));
};
