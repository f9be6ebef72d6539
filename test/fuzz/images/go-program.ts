import {type ElfPart, elfPart} from './elf.ts';
import {codePart, functionTablePart} from './go-code.ts';
import {accountsPart, controllerPart, generationWords, joined, type Part, totalsOffset} from './go-memory.ts';

/** Addresses in the program made here. */
export const addresses = {
	text: 0x401000,
	table: 0x402000,
	data: 0x403000,
	controller: 0x403400,
	accounts: 0x403800,
} as const;

/** What a hostile program has of its own. */
export type Changes = {
	readonly controller?: Part;
	readonly table?: Part;
	/** What the symbol table says, if there is to be one. */
	readonly symbol?: number;
};

/**
 * A small program that has all that is looked for in a Go program, and can be run: it sleeps. Its sections lie in the
 * file as they do in memory.
 */
export const goProgram = (changes: Changes = {}): Part => elfPart(addresses.text, partsOf(changes));

const partsOf = ({
	controller = controllerPart(),
	table,
	symbol = addresses.controller,
}: Changes): readonly ElfPart[] => {
	const totals = addresses.controller + totalsOffset;
	const system = addresses.accounts + 3 * generationWords * 8 + 16;
	const targets = {controller: addresses.controller, totals, system};
	const symbols = symbolParts(symbol);
	const data = joined(0x2000, {
		0: buildInfoPart(),
		256: modulePart(),
		[addresses.controller - addresses.data]: controller,
		[addresses.accounts - addresses.data]: accountsPart(),
	});
	const loaded = [
		{name: '.text', address: addresses.text, flags: 1, ...codePart(addresses.text, targets)},
		{name: '.gopclntab', address: addresses.table, ...(table ?? functionTablePart(addresses.text))},
		{name: '.go.buildinfo', address: addresses.data, flags: 2, ...data},
	];
	return [
		...loaded.map(part => ({...part, offset: part.address - 0x400000})),
		{name: '.symtab', offset: 0x5000, type: 2, link: '.strtab', ...symbols.table},
		{name: '.strtab', offset: 0x5100, type: 3, ...symbols.names},
	];
};

const buildInfoPart = (): Part => {
	const bytes = Buffer.alloc(64);
	bytes.write('\xff Go buildinf:', 'latin1');
	bytes.set([8, 2], 14);
	bytes.write('\x08go1.21.5', 32, 'latin1');
	return {
		bytes,
		fields: [
			{name: 'version flags', offset: 15, size: 1},
			{name: 'version length', offset: 32, size: 1},
			{name: 'version', offset: 35, size: 4},
		],
	};
};

const modulePart = (): Part => {
	const bytes = Buffer.alloc(24 * 8);
	const {table, text} = addresses;
	const words = {0: table, 20: text, 21: text + 0x400, 22: text, 23: text + 0x400};
	for (const [word, value] of Object.entries(words)) bytes.writeUInt32LE(value, Number(word) * 8);
	return {
		bytes,
		fields: Object.keys(words).map(word => ({name: 'module', offset: Number(word) * 8, size: 8})),
	};
};

const symbolParts = (address: number): {readonly table: Part; readonly names: Part} => {
	const table = Buffer.alloc(3 * 24);
	table.writeUInt32LE(1, 24);
	table.writeUInt32LE(11, 48);
	table.writeBigUInt64LE(BigInt(address), 56);
	return {
		table: {
			bytes: table,
			fields: [
				{name: 'symbol name', offset: 48, size: 4},
				{name: 'symbol address', offset: 56, size: 8},
			],
		},
		names: {bytes: Buffer.from('\0main.main\0runtime.gcController\0', 'latin1'), fields: []},
	};
};
