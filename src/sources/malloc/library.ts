import type {Target} from '../../model/target.ts';
import {type ByteSource, type Range, withBudget} from '../../platform/linux/byte-source.ts';
import {elfHeaderSize, machines, parseElfHeader} from '../../platform/linux/elf/header.ts';
import {readSections} from '../../platform/linux/elf/sections.ts';
import {findSymbol} from '../../platform/linux/elf/symbol.ts';
import type {NativeProcess} from '../../platform/linux/native-process.ts';
import type {Proc} from '../../platform/linux/proc.ts';
import type {Mapping} from '../../platform/linux/process-maps.ts';
import {readProgramFile} from '../../platform/linux/program-file.ts';
import {mappingsOfLibc} from './libraries.ts';
import {pathOf, readVersion, type Version, versionInName} from './version.ts';

/** The C library that a process runs, or has in its program. */
export type Library = {
	/** Undefined where it cannot be told. */
	readonly version: Version | undefined;
	/** Where its own data is, and the memory right behind that. */
	readonly data: readonly Range[];
};

/** What a library is looked for in. */
export type LibrarySearch = {
	readonly proc: Proc;
	readonly target: Target;
	readonly native: NativeProcess;
	readonly mappings: readonly Mapping[];
};

/** The library of glibc in a process; a clause where there is none that can be read. Throws ImageError. */
export const findLibrary = async (search: LibrarySearch): Promise<Library | string> => {
	const {native, mappings} = search;
	const header = native.program && parseElfHeader(await native.program.read(0, elfHeaderSize));
	if (typeof header === 'string') return header;
	if (header && !known.has(header.machine)) return 'a program for another machine';
	const library = mappingsOfLibc(mappings);
	if (library.length > 0) return {version: await versionOf(search, library), data: dataOf(mappings, library)};
	const isInside = header && native.program && (await hasMallocInside(native.program));
	return isInside ? inProgram(search) : 'no glibc';
};

const known: ReadonlySet<number> = new Set(Object.values(machines));

/** Its data, which it may write to, and the memory right behind that. */
const dataOf = (mappings: readonly Mapping[], library: readonly Mapping[]): readonly Range[] => {
	const writable = library.filter(({isReadable, isWritable}) => isReadable && isWritable);
	const last = writable.at(-1);
	const behind = mappings.filter(
		({start, file, isWritable}) => start === last?.end && file === '' && isWritable,
	);
	return [...writable, ...behind].filter(({start, end}) => end - start <= dataLimit);
};

// Some 70 KiB in a library; a program that has all of it in itself may have more.
const dataLimit = 16 * 1024 * 1024;

const versionOf = async (
	{proc, target, native}: LibrarySearch,
	library: readonly Mapping[],
): Promise<Version | undefined> => {
	const file = library[0]?.file ?? '';
	const named = versionInName(file);
	const path = named ? undefined : await pathOf(`${proc.root}/${target.pid}`, file);
	return path === undefined ? named : native.lend(path, bytes => readVersion(bytes, library));
};

// A program that is linked with all of the library tells by its symbol table, unless it was stripped of that.
const hasMallocInside = async (program: ByteSource): Promise<boolean> => {
	const file = withBudget(program, symbolBudget);
	const header = parseElfHeader(await file.read(0, elfHeaderSize));
	if (typeof header === 'string') return false;
	const sections = await readSections(file, header);
	for (const name of ['main_arena', 'mp_']) {
		if ((await findSymbol(file, sections, name)) === undefined) return false;
	}
	return true;
};

const symbolBudget = 64 * 1024 * 1024;

// Its file tells no version: what a library prints of itself is not linked in.
const inProgram = ({proc, target, mappings}: LibrarySearch): Library => {
	const file = readProgramFile(proc, target.pid);
	const program = mappings.filter(mapping => mapping.file === file);
	return {version: undefined, data: dataOf(mappings, program)};
};
