import type {Field} from '../field.ts';
import type {Part} from './go-memory.ts';

/** Where the functions made here are in the text. */
export const functionOffsets = {
	'runtime.gcControllerCommit': 0x100,
	'runtime.readmemstats_m': 0x200,
	'main.main': 0x300,
} as const;

/** Addresses that the code made here speaks of. */
export type CodeTargets = {readonly controller: number; readonly totals: number; readonly system: number};

/** amd64 code that lies at `address`: first a program that sleeps for ever, then the two functions that are looked for. */
export const codePart = (address: number, {controller, totals, system}: CodeTargets): Part => {
	const bytes = Buffer.alloc(0x400);
	const fields: Field[] = [];
	// pause(), and back.
	Buffer.from('b8220000000f05ebf7', 'hex').copy(bytes);
	const put = (at: number, opcode: number, target: number): number => {
		bytes.set([0x48, opcode, 0x05], at);
		bytes.writeInt32LE(target - (address + at + 7), at + 3);
		fields.push({name: 'opcode', offset: at + 1, size: 1}, {name: 'distance', offset: at + 3, size: 4});
		return at + 7;
	};
	put(functionOffsets['runtime.gcControllerCommit'], 0x8d, controller);
	let at = functionOffsets['runtime.readmemstats_m'] as number;
	for (const start of [totals, system]) {
		for (let word = 0; word < 6; word += 1) at = put(at, 0x8b, start + word * 8);
	}
	return {bytes, fields};
};

/** A table of the functions in code at `text`, in the format of Go 1.20. */
export const functionTablePart = (text: number): Part => {
	const names = Object.keys(functionOffsets);
	const nameBytes = Buffer.from(`\0${names.join('\0')}\0`, 'latin1');
	const functions = 72 + 8 * Math.ceil(nameBytes.length / 8);
	const bytes = Buffer.alloc(functions + (names.length + 1) * 8 + names.length * 40);
	const fields: Field[] = [{name: 'table magic', offset: 0, size: 4, isHeader: true}];
	const put = (name: string, offset: number, value: number, size: 4 | 8): void => {
		bytes.writeUIntLE(value, offset, 4);
		fields.push({name, offset, size});
	};
	Buffer.from('f1ffffff00000108', 'hex').copy(bytes);
	put('functions', 8, names.length, 8);
	put('text', 24, text, 8);
	put('names', 32, 72, 8);
	for (const offset of [40, 48, 56]) put('end of names', offset, functions - 1, 8);
	put('table', 64, functions, 8);
	nameBytes.copy(bytes, 72);
	names.forEach((name, index) => {
		const description = (names.length + 1) * 8 + index * 40;
		const offset = functionOffsets[name as keyof typeof functionOffsets];
		put('entry', functions + index * 8, offset, 4);
		put('description', functions + index * 8 + 4, description, 4);
		put('entry', functions + description, offset, 4);
		put('name', functions + description + 4, nameBytes.indexOf(`\0${name}\0`) + 1, 4);
	});
	put('end', functions + names.length * 8, 0x400, 4);
	return {bytes, fields};
};
