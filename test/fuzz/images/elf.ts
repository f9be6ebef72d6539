import type {Field} from '../field.ts';
import {joined, type Part} from './go-memory.ts';

/** A named part of a program. */
export type ElfPart = Part & {
	readonly name: string;
	/** Offset in the file, which for what is loaded is that in its page too. */
	readonly offset: number;
	/** Where it is loaded; absent when it is not. */
	readonly address?: number;
	/** 1 to be executed, 2 to be written to. */
	readonly flags?: number;
	/** Type of the section: 1 plain, 2 symbols, 3 text, 7 a note. */
	readonly type?: number;
	/** Name of the section that this one refers to. */
	readonly link?: string;
};

/** A program of these parts for amd64 that begins at `entry`. Each part is a section, and a segment if it is loaded. */
export const elfPart = (entry: number, parts: readonly ElfPart[]): Part => {
	const names = ['', ...parts.map(({name}) => name), '.shstrtab'];
	const nameBytes = Buffer.from(`${names.join('\0')}\0`, 'latin1');
	const end = Math.max(...parts.map(({offset, bytes}) => offset + bytes.length));
	const nameOffset = aligned(end);
	const sections = aligned(nameOffset + nameBytes.length);
	const loaded = parts.filter(({address}) => address !== undefined);
	const headers = [
		emptySection,
		...parts.map(part =>
			sectionPart(part, nameOf(nameBytes, part.name), part.link === undefined ? 0 : names.indexOf(part.link)),
		),
		sectionPart(
			{name: '.shstrtab', offset: nameOffset, type: 3, bytes: nameBytes, fields: []},
			nameOf(nameBytes, '.shstrtab'),
			0,
		),
	];
	const layout: Record<number, Part> = {
		0: headerPart(entry, {segments: loaded.length, sections, count: headers.length}),
		[nameOffset]: {bytes: nameBytes, fields: []},
	};
	for (const part of parts) layout[part.offset] = part;
	loaded.forEach((part, index) => {
		layout[64 + index * 56] = segmentPart(part);
	});
	headers.forEach((part, index) => {
		layout[sections + index * 64] = part;
	});
	return joined(sections + headers.length * 64, layout);
};

const aligned = (offset: number): number => 8 * Math.ceil(offset / 8);

const nameOf = (names: Buffer, name: string): number => names.indexOf(`\0${name}\0`) + 1;

const headerPart = (
	entry: number,
	{segments, sections, count}: {segments: number; sections: number; count: number},
): Part => {
	const bytes = Buffer.alloc(64);
	Buffer.from('7f454c46020101', 'hex').copy(bytes);
	const fields: Field[] = [
		{name: 'elf magic', offset: 0, size: 4, isHeader: true},
		{name: 'class', offset: 4, size: 1, isHeader: true},
		{name: 'order', offset: 5, size: 1, isHeader: true},
	];
	const put = putInto(bytes, fields);
	put('type', 16, 2, 2);
	put('machine', 18, 62, 2);
	put('version', 20, 1, 4);
	put('entry', 24, entry, 8);
	put('segments', 32, 64, 8);
	put('sections', 40, sections, 8);
	put('size of header', 52, 64, 2);
	put('size of segment', 54, 56, 2);
	put('segment count', 56, segments, 2);
	put('size of section', 58, 64, 2);
	put('section count', 60, count, 2);
	put('names', 62, count - 1, 2);
	return {bytes, fields};
};

const segmentPart = ({address = 0, flags = 0, offset, bytes: content, type}: ElfPart): Part => {
	const bytes = Buffer.alloc(56);
	const fields: Field[] = [];
	const put = putInto(bytes, fields);
	put('segment type', 0, type === 7 ? 4 : 1, 4);
	put('segment flags', 4, 4 | flags, 4);
	put('segment offset', 8, offset, 8);
	put('segment address', 16, address, 8);
	put('segment file size', 32, content.length, 8);
	put('segment memory size', 40, content.length, 8);
	put('segment alignment', 48, 4096, 8);
	return {bytes, fields};
};

const sectionPart = (
	{type = 1, address = 0, offset, bytes: content}: ElfPart,
	name: number,
	link: number,
): Part => {
	const bytes = Buffer.alloc(64);
	const fields: Field[] = [];
	const put = putInto(bytes, fields);
	put('section name', 0, name, 4);
	put('section type', 4, type, 4);
	put('section address', 16, address, 8);
	put('section offset', 24, offset, 8);
	put('section size', 32, content.length, 8);
	put('section link', 40, link, 4);
	return {bytes, fields};
};

const emptySection: Part = {bytes: Buffer.alloc(64), fields: []};

const putInto =
	(bytes: Buffer, fields: Field[]) =>
	(name: string, offset: number, value: number, size: Field['size']): void => {
		bytes.writeUIntLE(value, offset, Math.min(size, 4));
		fields.push({name, offset, size});
	};
