import test, {type ExecutionContext} from 'ava';
import {parseBuildInfo} from '../../../src/sources/go/build-info.ts';
import {locate} from '../../../src/sources/go/locate.ts';
import {locateByCode} from '../../../src/sources/go/locate-by-code.ts';
import {locateBySignature} from '../../../src/sources/go/locate-by-signature.ts';
import {locateBySymbol} from '../../../src/sources/go/locate-by-symbol.ts';
import {readProgram} from '../../../src/sources/go/program.ts';
import {controllerPart, generationWords, totalsOffset} from '../../fuzz/images/go-memory.ts';
import {addresses, goProgram} from '../../fuzz/images/go-program.ts';
import {createNative} from '../../fuzz/native.ts';

// The image of the program made for tests, with changes in its file, which its memory shares.
const imageOf = async (change: (file: Buffer) => void = () => {}) => {
	const file = Buffer.from(goProgram().bytes);
	change(file);
	const {program: source, memory, virtual} = createNative(file);
	const program = await readProgram(source);
	if (typeof program === 'string') throw new Error(program);
	const data = [{start: addresses.data, end: addresses.data + 0x2000}];
	return {program, memory, bias: 0, data, virtual: virtual() ?? 0};
};

const rename = (name: string) => (file: Buffer) => {
	for (let at = file.indexOf(name); at >= 0; at = file.indexOf(name)) file.write('X'.repeat(name.length), at);
};

const location = {controller: addresses.controller, totals: totalsOffset};

test('each way by itself', async t => {
	const image = await imageOf();
	t.deepEqual(await locateBySymbol(image), location);
	const {location: byCode, rows} = await locateByCode(image);
	t.deepEqual(byCode, location);
	t.deepEqual(rows, [addresses.controller + totalsOffset, addresses.accounts + 3 * generationWords * 8 + 16]);
	t.deepEqual(await locateBySignature(image), location);
});

const testOthers = async (t: ExecutionContext, change: (file: Buffer) => void) => {
	const found = await locate(await imageOf(change));
	t.like(found, {location});
};

test('all of them together', testOthers, () => {});
test('without a symbol', testOthers, rename('\0runtime.gcController\0'));
test('without the functions', testOthers, rename('runtime.readmemstats_m'));
test('without the name of the table', testOthers, rename('.gopclntab'));
test('with the text only in moduledata', testOthers, file => void file.writeUInt32LE(0, 0x2000 + 24));
test(
	'with totals twice in the data',
	testOthers,
	file => void controllerPart().bytes.copy(file, 0x3000 + 0x1a00),
);

test('none of them', async t => {
	const nothing = await imageOf(file => void file.writeInt32LE(-5, 0x3400));
	t.is(await locate(nothing), 'the totals of its runtime were not found');
});

test('two that disagree', async t => {
	const image = await imageOf(file => {
		controllerPart().bytes.copy(file, 0x3000 + 0x1a00);
		file.writeUInt32LE(addresses.data + 0x1a00, 0x5000 + 56);
	});
	t.is(await locate(image), 'the ways to find the totals of its runtime disagree');
});

const testVersion = (t: ExecutionContext, text: string, expected: string | undefined) => {
	const head = Buffer.alloc(33);
	head.write('\xff Go buildinf:\x08\x02', 'latin1');
	head[32] = text.length;
	t.is(parseBuildInfo(Buffer.concat([head, Buffer.from(text)]))?.text, expected);
};

test('a version', testVersion, 'go1.19.8', '1.19.8');
test('a version yet to come', testVersion, 'go1.27rc1 X:nocoverageredesign', '1.27rc1');
test('a version in the making', testVersion, 'devel go1.22-abcdef Mon', '1.22');
test('no version', testVersion, '\x1b[31mgo', undefined);
test('a version of which nothing is there', testVersion, '', undefined);
