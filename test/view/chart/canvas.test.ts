import test from 'ava';
import {blankCells, putText, textOf} from '../../../src/view/cells.ts';
import {blankCanvas, clearSpan, type DotSpan, drawSpan, putCanvas} from '../../../src/view/chart/canvas.ts';
import {asciiGlyphs, type Glyphs, unicodeGlyphs} from '../../../src/view/glyphs.ts';
import {styleIndex} from '../../../src/view/style.ts';

const drawn = (
	spans: readonly DotSpan[],
	{dots}: Pick<Glyphs, 'dots'> = unicodeGlyphs,
): readonly string[] => {
	const canvas = blankCanvas(2, 2, dots);
	for (const span of spans) drawSpan(canvas, span);
	const cells = blankCells(2, 2);
	putCanvas(cells, {x: 0, y: 0}, canvas);
	return textOf(cells);
};

/** Rows: a dot by its column from the left and its row from below, and the braille pattern it makes. */
const testDot = test.macro((t, column: number, row: number, expected: string) => {
	t.deepEqual(drawn([{column, low: row, high: row, style: 'inUse'}])[1], expected);
});

test('dot 7: lower left', testDot, 0, 0, '⡀');
test('dot 3', testDot, 0, 1, '⠄');
test('dot 2', testDot, 0, 2, '⠂');
test('dot 1: upper left', testDot, 0, 3, '⠁');
test('dot 8: lower right', testDot, 1, 0, '⢀');
test('dot 6', testDot, 1, 1, '⠠');
test('dot 5', testDot, 1, 2, '⠐');
test('dot 4: upper right', testDot, 1, 3, '⠈');

const testSpans = test.macro((t, spans: readonly DotSpan[], expected: readonly string[], glyphs?: Glyphs) => {
	t.deepEqual(drawn(spans, glyphs), expected);
});

const span = (column: number, low: number, high: number, style: DotSpan['style'] = 'inUse'): DotSpan => ({
	...{column, low, high, style},
});

test('nothing', testSpans, [], ['', '']);
test('a full cell', testSpans, [span(0, 0, 3), span(1, 0, 3)], ['', '⣿']);
test('through two cells', testSpans, [span(0, 2, 5)], ['⡄', '⠃']);
test('in the right half of the right cell', testSpans, [span(3, 7, 7)], [' ⠈', '']);
test('a span the wrong way round is empty', testSpans, [span(0, 3, 1)], ['', '']);
test('ASCII line', testSpans, [span(0, 0, 0), span(1, 1, 1)], [' *', '*'], asciiGlyphs);
test(
	'ASCII fill under a line',
	testSpans,
	[span(0, 0, 0, 'inUseFill'), span(0, 1, 1)],
	['*', '.'],
	asciiGlyphs,
);
test('ASCII thin line', testSpans, [span(0, 0, 0, 'rss')], ['', '-'], asciiGlyphs);

test('a cell has the style of what was drawn last', t => {
	const canvas = blankCanvas(1, 1, [2, 4]);
	drawSpan(canvas, span(0, 0, 1, 'inUseFill'));
	drawSpan(canvas, span(1, 2, 2, 'inUse'));
	t.is(canvas.styles[0], styleIndex.inUse);
});

test('a cleared span is empty cells', t => {
	const canvas = blankCanvas(1, 2, [2, 4]);
	drawSpan(canvas, span(0, 0, 7));
	clearSpan(canvas, {column: 1, low: 2, high: 3});
	t.deepEqual([...canvas.bits].map(Boolean), [true, false]);
});

test('cells without dots are left alone', t => {
	const cells = blankCells(2, 1);
	putText(cells, {x: 0, y: 0}, {text: 'ab', style: 'dim'});
	const canvas = blankCanvas(2, 1, [2, 4]);
	drawSpan(canvas, span(0, 0, 0));
	putCanvas(cells, {x: 0, y: 0}, canvas);
	t.deepEqual(textOf(cells), ['⡀b']);
});
