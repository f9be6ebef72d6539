import {type ByteSource, findAll, readExactly} from '../../platform/linux/byte-source.ts';
import {machines} from '../../platform/linux/elf/header.ts';
import {type Segment, segmentTypes} from '../../platform/linux/elf/segments.ts';
import {readAmd64Addresses} from './amd64.ts';
import {readArm64Addresses} from './arm64.ts';
import type {CodeAddresses, CodeReader} from './code-addresses.ts';
import {
	type FunctionTable,
	findFunction,
	functionTableHeaderSize,
	parseFunctionTable,
} from './function-table.ts';
import {type Image, programBytes} from './image.ts';
import {controllerSize, type Location, totalsOffsets} from './location.ts';
import {readTextStart} from './text-start.ts';

/** What the code of the runtime tells. */
export type FoundByCode = {
	readonly location: Location | undefined;
	/** Addresses in memory of six words in a row that `readmemstats_m` reads, the totals and others. */
	readonly rows: readonly number[];
};

/**
 * Finds the totals by the machine code of two functions, whose names every Go program keeps: `gcControllerCommit` takes
 * the address of gcController, `readmemstats_m` reads the six totals. Throws ImageError.
 */
export const locateByCode = async (image: Image): Promise<FoundByCode> => {
	const read = readers.get(image.program.header.machine);
	const source = programBytes(image);
	const table = read && (await findTable(source, image));
	if (read === undefined || table === undefined) return {location: undefined, rows: []};
	const text = await readTextStart(image.memory, table.start + image.bias, image.data);
	const code = {source, table, text: (text ?? Number.NaN) - image.bias, read};
	const heads = (await addressesOf(code, 'runtime.gcControllerCommit')).taken;
	const rows = rowsIn((await addressesOf(code, 'runtime.readmemstats_m')).touched);
	const location = await bestLocation(image, heads, rows);
	return {location, rows: rows.map(row => row + image.bias)};
};

/** The starts of six 8-byte words in a row among addresses, ascending. */
export const rowsIn = (addresses: ReadonlySet<number>): readonly number[] =>
	[...addresses]
		.filter(address => [8, 16, 24, 32, 40].every(distance => addresses.has(address + distance)))
		.sort((a, b) => a - b);

const readers: ReadonlyMap<number, CodeReader> = new Map([
	[machines.amd64, readAmd64Addresses],
	[machines.arm64, readArm64Addresses],
]);

type Code = {
	readonly source: ByteSource;
	readonly table: FunctionTable;
	readonly text: number;
	readonly read: CodeReader;
};

const addressesOf = async ({source, table, text, read}: Code, name: string): Promise<CodeAddresses> => {
	const found = await findFunction(source, table, name);
	if (found === undefined || !(found.length > 0)) return nothing;
	const address = text + found.offset;
	return read(await source.read(address, Math.min(found.length, codeLimit)), address);
};

const nothing: CodeAddresses = {taken: new Set(), touched: new Set()};

const codeLimit = 16 * 1024;

// By its section, or where another linker merged that into a larger one by what it begins with.
const findTable = async (source: ByteSource, {program}: Image): Promise<FunctionTable | undefined> => {
	const section = program.sections.find(({name}) => name.endsWith('.gopclntab'));
	if (section !== undefined) return tableAt(source, section.address);
	const instruction = program.header.machine === machines.amd64 ? 1 : 4;
	for (const magic of [0xf1, 0xf0]) {
		const start = Buffer.from([magic, 0xff, 0xff, 0xff, 0, 0, instruction, 8]);
		for (const {address, fileSize} of program.segments.filter(isLoaded)) {
			const range = {start: address, end: address + fileSize};
			for await (const position of findAll(source, range, start)) {
				const table = await tableAt(source, position);
				if (table !== undefined) return table;
			}
		}
	}
	return undefined;
};

const isLoaded = ({type}: Segment): boolean => type === segmentTypes.load;

const tableAt = async (source: ByteSource, address: number): Promise<FunctionTable | undefined> =>
	parseFunctionTable(await readExactly(source, address, functionTableHeaderSize), address);

const bestLocation = async (
	{memory, bias, virtual}: Image,
	heads: ReadonlySet<number>,
	rows: readonly number[],
): Promise<Location | undefined> => {
	const locations: Location[] = [];
	for (const head of heads) {
		const totals = rows.map(row => row - head).filter(offset => offset > 0 && offset < controllerSize);
		if (totals.length === 0) continue;
		const offsets = totalsOffsets(await memory.read(head + bias, controllerSize), virtual);
		const fitting = totals.filter(offset => offsets.includes(offset));
		locations.push(...fitting.map(offset => ({controller: head + bias, totals: offset})));
	}
	return locations.length === 1 ? locations[0] : undefined;
};
