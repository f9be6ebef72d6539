import test from 'ava';
import {blankCells, putText, textOf} from '../../src/view/cells.ts';
import {asciiGlyphs, unicodeGlyphs} from '../../src/view/glyphs.ts';
import {panel} from '../../src/view/panel.ts';
import {type Line, span} from '../../src/view/style.ts';

const topOf = (width: number, left: Line, right: Line): string =>
	textOf(panel(unicodeGlyphs, {width, height: 3, left, right, content: blankCells(width - 2, 1)}))[0] ?? '';

const left = [span('In use'), span(' · '), span('RSS')];
const right = [span('4,096 B  '), span('+1 KiB/min  '), span('4.00 KiB')];

/** Rows: the width of the panel, and its upper border. */
const testTitles = test.macro((t, width: number, expected: string) => {
	t.is(topOf(width, left, right), expected);
});

test('both titles', testTitles, 49, '┌ In use · RSS ── 4,096 B  +1 KiB/min  4.00 KiB ┐');
test(
	'the right title loses its first piece',
	testTitles,
	47,
	'┌ In use · RSS ───────── +1 KiB/min  4.00 KiB ┐',
);
test('and its next', testTitles, 29, '┌ In use · RSS ─── 4.00 KiB ┐');
test('and its last, whole', testTitles, 25, '┌ In use · RSS ─────────┐');
test('the left title is cut', testTitles, 14, '┌ In use · R ┐');

test('no width makes titles meet or leave the border', t => {
	for (let width = 8; width <= 80; width += 1) {
		const top = topOf(width, left, right);
		t.is(top.length, width);
		t.true(top.startsWith('┌ ') && top.endsWith('┐'));
		t.true(!top.includes('B') || /─ .*4\.00 KiB ┐$/.test(top), top);
	}
});

test('a frame around its content', t => {
	const content = blankCells(2, 1);
	putText(content, {x: 0, y: 0}, {text: 'ab', style: 'plain'});
	t.deepEqual(textOf(panel(asciiGlyphs, {width: 4, height: 3, left: [], content})), ['+  +', '|ab|', '+--+']);
});

test('a panel of any size is as large as was asked', t => {
	for (let width = 1; width < 8; width += 1) {
		for (let height = 0; height < 4; height += 1) {
			const cells = panel(unicodeGlyphs, {
				width,
				height,
				left,
				right,
				content: blankCells(width - 2, height - 2),
			});
			t.deepEqual([cells.width, cells.height], [width, height]);
		}
	}
});
