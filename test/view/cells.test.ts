import test from 'ava';
import {blankCells, type Cells, putCells, putCode, putLine, putText, textOf} from '../../src/view/cells.ts';
import {span, styleIndex} from '../../src/view/style.ts';

/** Rows: what is put into four by two cells, and the text they hold then. */
const testPut = test.macro((t, put: (cells: Cells) => void, expected: readonly string[]) => {
	const cells = blankCells(4, 2);
	put(cells);
	t.deepEqual(textOf(cells), expected);
});

const put = (x: number, y: number, text: string) => (cells: Cells) =>
	putText(cells, {x, y}, {text, style: 'plain'});

test('text', testPut, put(1, 1, 'ab'), ['', ' ab']);
test('text is cut on the right, not wrapped', testPut, put(2, 0, 'abcd'), ['  ab', '']);
test('text is cut on the left', testPut, put(-2, 1, 'abcd'), ['', 'cd']);
test('text above', testPut, put(0, -1, 'abcd'), ['', '']);
test('text below', testPut, put(0, 2, 'abcd'), ['', '']);
test('a code outside', testPut, cells => putCode(cells, {x: 4, y: 0}, {code: 65, style: 0}), ['', '']);

test('a line is its pieces one after the other', t => {
	const cells = blankCells(4, 1);
	putLine(cells, {x: 0, y: 0}, [span('a', 'bad'), span('bc', 'dim')]);
	t.deepEqual(textOf(cells), ['abc']);
	t.deepEqual([...cells.styles], [styleIndex.bad, styleIndex.dim, styleIndex.dim, styleIndex.plain]);
});

const filled = (width: number, height: number): Cells => {
	const cells = blankCells(width, height);
	cells.codes.fill('x'.charCodeAt(0));
	return cells;
};

test('cells in cells', testPut, cells => putCells(cells, {x: 1, y: 0}, filled(2, 1)), [' xx', '']);
test('cells are cut at the right', testPut, cells => putCells(cells, {x: 3, y: 0}, filled(3, 2)), [
	'   x',
	'   x',
]);
test('cells are cut below', testPut, cells => putCells(cells, {x: 0, y: 1}, filled(1, 5)), ['', 'x']);

test('negative sizes are empty', t => {
	const {width, height, codes} = blankCells(-3, 2);
	t.deepEqual([width, height, codes.length], [0, 2, 0]);
});
