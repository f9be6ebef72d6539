import test from 'ava';
import {piecesOf} from '../../src/log/blocks.ts';

/** Rows: how long the lines of a block are, and how many of them each piece has. */
const testPieces = test.macro((t, lengths: readonly number[], expected: readonly number[]) => {
	const bytes = Buffer.from(lengths.map(length => `${'x'.repeat(length - 1)}\n`).join(''));
	const pieces = [...piecesOf({bytes, offset: 100, next: 100 + bytes.length})];
	const lines = pieces.map(piece => String(piece.bytes).split('\n').length - 1);
	t.deepEqual(lines, expected);
	t.true(Buffer.concat(pieces.map(piece => piece.bytes)).equals(bytes));
	let offset = 100;
	for (const piece of pieces) {
		t.is(piece.offset, offset);
		offset += piece.bytes.length;
		t.is(piece.next, offset);
	}
});

const full = 65_536;
test('one line', testPieces, [10], [1]);
test('as many as fit', testPieces, [full - 10, 10], [2]);
test('one more', testPieces, [full - 10, 10, 1], [3]);
test('long lines', testPieces, [2 * full, 2 * full, 5], [1, 1, 1]);
test(
	'many',
	testPieces,
	Array.from({length: 20_000}, () => 10),
	[6554, 6554, 6554, 338],
);

test('a line that is too long is no more than where it lies', t => {
	const block = {bytes: Buffer.alloc(0), offset: 5, next: 9};
	t.deepEqual([...piecesOf(block)], [block]);
});
