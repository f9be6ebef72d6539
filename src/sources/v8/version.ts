import {type ByteSource, withBudget} from '../../platform/linux/byte-source.ts';
import {findExportedSymbol} from '../../platform/linux/elf/exported-symbol.ts';
import {type ElfHeader, elfHeaderSize, parseElfHeader} from '../../platform/linux/elf/header.ts';
import {readSections, type Section} from '../../platform/linux/elf/sections.ts';
import {readSegments, type Segment} from '../../platform/linux/elf/segments.ts';
import {ImageError} from '../../platform/linux/image-error.ts';
import {halfWordAt, wordAt} from '../../platform/linux/words.ts';

/** The versions that a program says it has; undefined where it does not say. */
export type Versions = {
	/** Of Node, for example `22.23`. */
	readonly node: string | undefined;
	/** Of V8, for example `12.4`. */
	readonly v8: string | undefined;
};

/** A program that runs: its file, its memory, and the address in memory of its first instruction. */
export type RunningProgram = {
	readonly file: ByteSource;
	readonly memory: ByteSource;
	readonly entry: number | undefined;
};

/**
 * Reads the versions from the variables that a program with Node exports: `v8::internal::Version` (src/utils/version.h in
 * V8) and `node::per_process::metadata` (src/node_metadata.h in Node), which begins with Node's own version as a string.
 * Nothing is told of a program that is stripped of its sections, or has V8 in a library.
 */
export const readVersions = async ({file, memory, entry}: RunningProgram): Promise<Versions> => {
	try {
		const program = await readExporter(withBudget(file, budget));
		if (!program || entry === undefined) return unknown;
		const bias = entry - program.header.entry;
		const limited = withBudget(memory, budget);
		return {
			node: await readNodeVersion(program, limited, bias),
			v8: await readV8Version(program, limited, bias),
		};
	} catch (error) {
		if (error instanceof ImageError) return unknown;
		throw error;
	}
};

const unknown: Versions = {node: undefined, v8: undefined};
const budget = 1024 * 1024;

type Exporter = {
	readonly file: ByteSource;
	readonly header: ElfHeader;
	readonly segments: readonly Segment[];
	readonly sections: readonly Section[];
};

const readExporter = async (file: ByteSource): Promise<Exporter | undefined> => {
	const header = parseElfHeader(await file.read(0, elfHeaderSize));
	if (typeof header === 'string') return undefined;
	return {
		file,
		header,
		segments: await readSegments(file, header),
		sections: await readSections(file, header),
	};
};

const readV8Version = async (
	program: Exporter,
	memory: ByteSource,
	bias: number,
): Promise<string | undefined> => {
	const numbers: number[] = [];
	for (const name of ['_ZN2v88internal7Version6major_E', '_ZN2v88internal7Version6minor_E']) {
		const address = await findExportedSymbol(program.file, program, name);
		if (address === undefined) return undefined;
		numbers.push(halfWordAt(await memory.read(address + bias, 4), 0));
	}
	return numbers.every(number => number < 1000) ? numbers.join('.') : undefined;
};

const readNodeVersion = async (
	program: Exporter,
	memory: ByteSource,
	bias: number,
): Promise<string | undefined> => {
	const address = await findExportedSymbol(program.file, program, '_ZN4node11per_process8metadataE');
	if (address === undefined) return undefined;
	// A string of libstdc++: pointer, length, and a text this short right behind them.
	const bytes = await memory.read(address + bias, 32);
	const length = wordAt(bytes, 8);
	if (!(length <= 15)) return undefined;
	return /^(\d{1,3}\.\d{1,3})\.\d/.exec(bytes.toString('latin1', 16, 16 + length))?.[1];
};

/** What a process runs, for a title: `Node 22.23 · V8 12.4`, or less where less is known. */
export const titleOf = ({node, v8}: Versions, layout: string | undefined): string => {
	const version = v8 ?? layout;
	const engine = version === undefined ? 'V8' : `V8 ${version}`;
	return node === undefined ? engine : `Node ${node} · ${engine}`;
};
