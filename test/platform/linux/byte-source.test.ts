import test, {type ExecutionContext} from 'ava';
import {
	type ByteSource,
	findAll,
	pieceLimit,
	piecesOf,
	readExactly,
	withBudget,
} from '../../../src/platform/linux/byte-source.ts';
import {ImageError} from '../../../src/platform/linux/image-error.ts';

const sourceOf = (bytes: Buffer): ByteSource => ({
	read: async (position, length) => bytes.subarray(position, position + length),
});

const collect = async <Value>(values: AsyncIterable<Value>): Promise<readonly Value[]> => {
	const all: Value[] = [];
	for await (const value of values) all.push(value);
	return all;
};

const testRefused = async (t: ExecutionContext, position: number, length: number) => {
	const read = async () => withBudget(sourceOf(Buffer.alloc(8)), 2 ** 30).read(position, length);
	await t.throwsAsync(read, {instanceOf: ImageError});
};

test('no position', testRefused, Number.NaN, 8);
test('a position below zero', testRefused, -1, 8);
test('a position with a fraction', testRefused, 1.5, 8);
test('a position above 2^53', testRefused, 2 ** 53, 8);
test('an end above 2^53', testRefused, 2 ** 53 - 4, 8);
test('no length', testRefused, 0, Number.NaN);
test('a length below zero', testRefused, 8, -4);
test('more than a piece', testRefused, 0, pieceLimit + 1);

test('no more than the budget altogether', async t => {
	const source = withBudget(sourceOf(Buffer.alloc(100)), 150);
	await source.read(0, 100);
	await source.read(0, 50);
	await t.throwsAsync(async () => source.read(0, 1), {instanceOf: ImageError, message: /150 bytes/});
});

test('exactly so many bytes', async t => {
	const source = sourceOf(Buffer.from('abcdef'));
	t.is(String(await readExactly(source, 1, 3)), 'bcd');
	await t.throwsAsync(readExactly(source, 4, 3), {instanceOf: ImageError});
});

test('pieces overlap and end with the range', async t => {
	const pieces = await collect(
		piecesOf(sourceOf(Buffer.from('0123456789')), {start: 1, end: 8}, {length: 4, overlap: 1}),
	);
	t.deepEqual(
		pieces.map(({position, bytes}) => [position, String(bytes)]),
		[
			[1, '1234'],
			[4, '4567'],
		],
	);
});

test('a hole ends the pieces', async t => {
	const pieces = await collect(piecesOf(sourceOf(Buffer.from('01234')), {start: 0, end: 100}, {length: 4}));
	t.deepEqual(
		pieces.map(({bytes}) => String(bytes)),
		['0123', '4'],
	);
});

test('a pattern across pieces is found once', async t => {
	const bytes = Buffer.alloc(pieceLimit + 100);
	bytes.write('needle', pieceLimit - 3);
	bytes.write('needle', pieceLimit + 50);
	const range = {start: 0, end: bytes.length};
	t.deepEqual(await collect(findAll(sourceOf(bytes), range, Buffer.from('needle'))), [
		pieceLimit - 3,
		pieceLimit + 50,
	]);
});
