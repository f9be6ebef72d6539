import {halfWordAt, shortAt, wordAt} from '../words.ts';

/** The beginning of an ELF file for 64-bit little-endian machines, see elf(5). */
export type ElfHeader = {
	readonly machine: number;
	/** Address of the first instruction. */
	readonly entry: number;
	readonly segments: Table;
	readonly sections: Table;
	/** Which section holds the names of the sections. */
	readonly sectionNames: number;
};

/** Entries of one size, one behind the other, from a place in the file on. */
export type Table = {readonly offset: number; readonly entrySize: number; readonly count: number};

/** Bytes of the header. */
export const elfHeaderSize = 64;

/** Machines by their number in the header. */
export const machines = {amd64: 62, arm64: 183} as const;

/** Reads the header; a clause of what it is instead where it is none of this kind. */
export const parseElfHeader = (bytes: Buffer): ElfHeader | string => {
	if (bytes.length < elfHeaderSize || halfWordAt(bytes, 0) !== magic) return 'no ELF file';
	if (bytes[4] !== 2) return 'a 32-bit program';
	if (bytes[5] !== 1) return 'a big-endian program';
	return {
		machine: shortAt(bytes, 18),
		entry: wordAt(bytes, 24),
		segments: {offset: wordAt(bytes, 32), entrySize: shortAt(bytes, 54), count: shortAt(bytes, 56)},
		sections: {offset: wordAt(bytes, 40), entrySize: shortAt(bytes, 58), count: shortAt(bytes, 60)},
		sectionNames: shortAt(bytes, 62),
	};
};

const magic = 0x464c457f;
