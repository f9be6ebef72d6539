import {type ByteSource, readExactly, withBudget} from '../../platform/linux/byte-source.ts';
import {type ElfHeader, elfHeaderSize, parseElfHeader} from '../../platform/linux/elf/header.ts';
import {readSections, type Section} from '../../platform/linux/elf/sections.ts';
import {readSegments, type Segment, segmentTypes} from '../../platform/linux/elf/segments.ts';

/** The file of a Go program. */
export type Program = {
	readonly file: ByteSource;
	readonly header: ElfHeader;
	readonly segments: readonly Segment[];
	/** None when the program was stripped of them. */
	readonly sections: readonly Section[];
};

/** Reads the tables of a program file. A clause instead when it is not a Go program of a kind that can be read. */
export const readProgram = async (file: ByteSource): Promise<Program | string> => {
	const tables = withBudget(file, tableBudget);
	const header = parseElfHeader(await tables.read(0, elfHeaderSize));
	if (typeof header === 'string') return header;
	const segments = await readSegments(tables, header);
	const sections = await readSections(tables, header);
	const isGo = sections.some(isOfGo) || (await hasGoNote(tables, segments));
	return isGo ? {file, header, segments, sections} : 'no Go program';
};

const tableBudget = 1024 * 1024;

const isOfGo = ({name}: Section): boolean =>
	name.endsWith('.gopclntab') || name === '.go.buildinfo' || name === '.note.go.buildid';

// What is left of a program without sections: a note whose name is "Go".
const hasGoNote = async (file: ByteSource, segments: readonly Segment[]): Promise<boolean> => {
	for (const {type, offset, fileSize} of segments) {
		if (type !== segmentTypes.note || fileSize < 16 || fileSize > 4096) continue;
		const note = await readExactly(file, offset, fileSize);
		if (note.indexOf(goNoteName) % 4 === 0) return true;
	}
	return false;
};

// The type of a build id, then the name: see "Note Section" in elf(5) and cmd/internal/buildid.
const goNoteName = Buffer.from('\x04\0\0\0Go\0\0', 'latin1');
