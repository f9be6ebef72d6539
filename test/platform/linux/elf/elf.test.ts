import {execPath} from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {withBudget} from '../../../../src/platform/linux/byte-source.ts';
import {elfHeaderSize, machines, parseElfHeader} from '../../../../src/platform/linux/elf/header.ts';
import {readSections} from '../../../../src/platform/linux/elf/sections.ts';
import {byAddress, readSegments} from '../../../../src/platform/linux/elf/segments.ts';
import {findSymbol} from '../../../../src/platform/linux/elf/symbol.ts';
import {holdBytes} from '../../../../src/platform/linux/held-bytes.ts';
import {ImageError} from '../../../../src/platform/linux/image-error.ts';
import {createCheckedSource} from '../../../fuzz/checked-source.ts';
import {addresses, goProgram} from '../../../fuzz/images/go-program.ts';

const open = (bytes: Buffer) => {
	const file = withBudget(createCheckedSource([{start: 0, bytes}]), 2 ** 20);
	const header = parseElfHeader(bytes.subarray(0, elfHeaderSize));
	if (typeof header === 'string') throw new Error(header);
	return {file, header};
};

test('the tables of a program', async t => {
	const {file, header} = open(goProgram().bytes);
	t.is(header.machine, machines.amd64);
	t.is(header.entry, addresses.text);
	const segments = await readSegments(file, header);
	t.deepEqual(
		segments.map(({address, isWritable}) => [address, isWritable]),
		[
			[addresses.text, false],
			[addresses.table, false],
			[addresses.data, true],
		],
	);
	const sections = await readSections(file, header);
	t.deepEqual(
		sections.map(({name}) => name),
		['', '.text', '.gopclntab', '.go.buildinfo', '.symtab', '.strtab', '.shstrtab'],
	);
	t.is(await findSymbol(file, sections, 'runtime.gcController'), addresses.controller);
	t.is(await findSymbol(file, sections, 'gcController'), undefined);
	const table = await byAddress(file, segments).read(addresses.table, 4);
	t.is(table.readUInt32LE(0), 0xfffffff1);
	t.is((await byAddress(file, segments).read(0x10, 4)).length, 0);
});

const testHeader = (t: ExecutionContext, change: (bytes: Buffer) => Buffer, expected: string) => {
	t.is(parseElfHeader(change(Buffer.from(goProgram().bytes.subarray(0, elfHeaderSize)))), expected);
};

const withByte = (offset: number, value: number) => (bytes: Buffer) => {
	bytes[offset] = value;
	return bytes;
};

test('a script', testHeader, () => Buffer.from('#!/bin/sh\n'.padEnd(64)), 'no ELF file');
test('an empty file', testHeader, () => Buffer.alloc(0), 'no ELF file');
test('32 bits', testHeader, withByte(4, 1), 'a 32-bit program');
test('big-endian', testHeader, withByte(5, 2), 'a big-endian program');

const testAbsurd = async (t: ExecutionContext, offset: number, value: number) => {
	const bytes = Buffer.from(goProgram().bytes);
	bytes.writeUInt16LE(value, offset);
	const {file, header} = open(bytes);
	const read = async () => {
		await readSegments(file, header);
		await readSections(file, header);
	};
	await t.throwsAsync(read, {instanceOf: ImageError});
};

test('entries of another size', testAbsurd, 58, 63);
test('more sections than there is reason for', testAbsurd, 60, 65_535);
test('segments that lie nowhere', testAbsurd, 38, 0xff);

test('a program stripped of its sections', async t => {
	const bytes = Buffer.from(goProgram().bytes);
	bytes.writeUInt16LE(0, 60);
	const {file, header} = open(bytes);
	t.deepEqual(await readSections(file, header), []);
	t.is(await findSymbol(file, [], 'runtime.gcController'), undefined);
});

test('the program that runs this test', async t => {
	const file = await holdBytes(execPath);
	const header = parseElfHeader(await file.read(0, elfHeaderSize));
	if (typeof header === 'string') return t.fail(header);
	t.true((await readSections(file, header)).some(({name}) => name === '.text'));
	file.close();
});
