import test, {type ExecutionContext} from 'ava';
import {parseEntries} from '../../../src/sources/jvm/entries.ts';
import {hsperfdataPart} from '../../fuzz/images/hsperfdata.ts';

const counters = {'sun.one': 1, 'java.text': 'some words', 'sun.two': 2_000_000_000_000};

test('numbers by their place, and texts', t => {
	const {bytes} = hsperfdataPart(counters);
	const entries = parseEntries(bytes);
	if (typeof entries === 'string') return t.fail(entries);
	t.deepEqual([...entries.numbers.keys()], ['sun.one', 'sun.two']);
	t.is(bytes.readDoubleLE(0) === 0, false);
	t.is(Number(bytes.readBigInt64LE(entries.numbers.get('sun.two'))), 2_000_000_000_000);
	t.deepEqual([...entries.texts], [['java.text', 'some words']]);
});

type Change = (bytes: Buffer) => Buffer | number | undefined;

const testRefusal = (t: ExecutionContext, change: Change, expected: RegExp) => {
	const {bytes} = hsperfdataPart(counters);
	const changed = change(bytes);
	const entries = parseEntries(Buffer.isBuffer(changed) ? changed : bytes);
	t.regex(typeof entries === 'string' ? entries : 'none', expected);
};

const contradiction = /contradict/;
const first = 32;

test('another magic', testRefusal, bytes => bytes.writeUInt8(0, 0), /no such file/);
test('a file that is cut in its prologue', testRefusal, bytes => bytes.subarray(0, 20), /no such file/);
test('an empty file', testRefusal, () => Buffer.alloc(0), /no such file/);
test('the other byte order', testRefusal, bytes => bytes.writeUInt8(0, 4), /another format/);
test('another version', testRefusal, bytes => bytes.writeUInt8(1, 5), /another format/);
test('counters that are being set up', testRefusal, bytes => bytes.writeUInt8(0, 7), /not ready/);
test('a file that is cut in its entries', testRefusal, bytes => bytes.subarray(0, 60), contradiction);
test('entries before the file', testRefusal, bytes => bytes.writeInt32LE(-32, 24), contradiction);
test('entries in the prologue', testRefusal, bytes => bytes.writeInt32LE(8, 24), contradiction);
test('entries behind the file', testRefusal, bytes => bytes.writeInt32LE(40_000, 24), contradiction);
test('an entry without length', testRefusal, bytes => bytes.writeInt32LE(0, first), contradiction);
test('an entry of negative length', testRefusal, bytes => bytes.writeInt32LE(-8, first), contradiction);
test(
	'an entry longer than the file',
	testRefusal,
	bytes => bytes.writeInt32LE(2 ** 30, first),
	contradiction,
);
test('a name outside its entry', testRefusal, bytes => bytes.writeInt32LE(4096, first + 4), contradiction);
test('a name in front of its entry', testRefusal, bytes => bytes.writeInt32LE(-24, first + 4), contradiction);
test('a value outside its entry', testRefusal, bytes => bytes.writeInt32LE(4096, first + 16), contradiction);
test('a value that is cut', testRefusal, bytes => bytes.writeInt32LE(44, first + 16), contradiction);
test(
	'a text longer than its entry',
	testRefusal,
	bytes => bytes.writeInt32LE(4096, first + 8),
	contradiction,
);
test('more entries than there are', testRefusal, bytes => bytes.writeInt32LE(2 ** 31 - 1, 28), contradiction);
