import test, {type ExecutionContext} from 'ava';
import {readAmd64Addresses} from '../../../src/sources/go/amd64.ts';

const testCode = (
	t: ExecutionContext,
	hex: string,
	expected: {taken?: readonly number[]; touched: readonly number[]},
) => {
	const {taken, touched} = readAmd64Addresses(Buffer.from(hex.replaceAll(' ', ''), 'hex'), 0x401000);
	t.deepEqual([...taken], expected.taken ?? []);
	t.deepEqual([...touched], expected.touched);
};

// Bytes as objdump shows them.
test('lea 0x100(%rip),%rax', testCode, '48 8d 05 00 01 00 00', {taken: [0x401107], touched: [0x401107]});
test('mov -0x8(%rip),%r9', testCode, '4c 8b 0d f8 ff ff ff', {touched: [0x400fff]});
test('add 0x10(%rip),%rcx', testCode, '48 03 0d 10 00 00 00', {touched: [0x401017]});
test('cmpq $0x0,0x10(%rip)', testCode, '48 83 3d 10 00 00 00 00', {touched: [0x401018]});
test('movq $0x1,0x10(%rip)', testCode, '48 c7 05 10 00 00 00 01 00 00 00', {touched: [0x40101b]});
test('mov %rax,0x8(%rsp) is relative to no instruction', testCode, '48 89 44 24 08', {touched: []});
test('a distance cut off', testCode, '48 8d 05 00 01', {touched: []});
test('no code', testCode, '', {touched: []});
