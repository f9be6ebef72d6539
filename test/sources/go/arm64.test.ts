import test, {type ExecutionContext} from 'ava';
import {findSymbol} from '../../../src/platform/linux/elf/symbol.ts';
import {holdBytes} from '../../../src/platform/linux/held-bytes.ts';
import {wordAt} from '../../../src/platform/linux/words.ts';
import {readArm64Addresses} from '../../../src/sources/go/arm64.ts';
import {
	findFunction,
	functionTableHeaderSize,
	parseFunctionTable,
} from '../../../src/sources/go/function-table.ts';
import {programBytes} from '../../../src/sources/go/image.ts';
import {rowsIn} from '../../../src/sources/go/locate-by-code.ts';
import {readProgram} from '../../../src/sources/go/program.ts';
import {buildGo} from './helpers/build-go.ts';

// Instructions as the manual encodes them, field by field.
const adrp = (register: number, pages: number): number =>
	(1 << 31) | ((pages & 3) << 29) | (0x10 << 24) | (((pages >> 2) & 0x7ffff) << 5) | register;
const add = (to: number, from: number, constant: number, isShifted = false): number =>
	(0x91 << 24) | ((isShifted ? 1 : 0) << 22) | (constant << 10) | (from << 5) | to;
const load = (to: number, from: number, distance: number): number =>
	(0x3e5 << 22) | ((distance / 8) << 10) | (from << 5) | to;
const store = (what: number, to: number, distance: number): number =>
	(0x3e4 << 22) | ((distance / 8) << 10) | (to << 5) | what;
const loadAcquire = (to: number, from: number): number => (0xc8dffc00 | (from << 5) | to) >>> 0;
const call = 0x94000000;

const testCode = (
	t: ExecutionContext,
	instructions: readonly number[],
	expected: {taken?: readonly number[]; touched: readonly number[]},
) => {
	const code = Buffer.alloc(instructions.length * 4);
	instructions.forEach((word, index) => {
		code.writeUInt32LE(word >>> 0, index * 4);
	});
	const {taken, touched} = readArm64Addresses(code, 0x10_0010);
	t.deepEqual([...taken], expected.taken ?? []);
	t.deepEqual([...touched], expected.touched);
};

test('a page and an addition', testCode, [adrp(0, 0x52), add(0, 0, 0x9e0)], {
	taken: [0x15_29e0],
	touched: [0x15_29e0],
});
test('a page below', testCode, [adrp(3, -0x10), add(4, 3, 8)], {taken: [0xf_0008], touched: [0xf_0008]});
test('a shifted addition', testCode, [adrp(0, 1), add(0, 0, 2, true)], {
	taken: [0x10_3000],
	touched: [0x10_3000],
});
test('a page and a load', testCode, [adrp(27, 1), load(2, 27, 0xb10)], {touched: [0x10_1b10]});
test('a page and a store', testCode, [adrp(27, 1), store(2, 27, 16), load(1, 27, 24)], {
	touched: [0x10_1010, 0x10_1018],
});
test('a load behind an addition', testCode, [adrp(1, 0), add(1, 1, 0x20), load(2, 1, 8), loadAcquire(3, 1)], {
	taken: [0x10_0020],
	touched: [0x10_0020, 0x10_0028],
});
test('what was loaded is no address', testCode, [adrp(1, 0), load(1, 1, 8), load(2, 1, 16)], {
	touched: [0x10_0008],
});
test('nothing is known behind a call', testCode, [adrp(1, 0), call, load(2, 1, 16)], {touched: []});
test('no address without a page', testCode, [add(1, 2, 16), load(3, 1, 8)], {touched: []});
test('no code', testCode, [], {touched: []});

test('the code of a real program speaks of what its symbol table names', async t => {
	const file = await holdBytes(buildGo('plain', 'arm64'));
	const program = await readProgram(file);
	if (typeof program === 'string') return t.fail(program);
	const controller = await findSymbol(file, program.sections, 'runtime.gcController');
	const source = programBytes({program});
	const start = program.sections.find(({name}) => name === '.gopclntab')?.address ?? 0;
	const header = await source.read(start, functionTableHeaderSize);
	const table = parseFunctionTable(header, start);
	const addressesOf = async (name: string) => {
		const {offset, length} = (table && (await findFunction(source, table, name))) ?? {offset: 0, length: 0};
		const address = wordAt(header, 24) + offset;
		return readArm64Addresses(await source.read(address, length), address);
	};
	t.true((await addressesOf('runtime.gcControllerCommit')).taken.has(controller ?? 0));
	const rows = rowsIn((await addressesOf('runtime.readmemstats_m')).touched);
	t.true([304, 272, 248].some(offset => rows.includes((controller ?? 0) + offset)));
	file.close();
});
