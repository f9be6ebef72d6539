import {type Cells, type Position, putCode} from '../cells.ts';
import type {Glyphs} from '../glyphs.ts';
import {type Style, styleIndex} from '../style.ts';

/** Dots in cells: which dots of each cell are set, and the style of its line. */
export type Canvas = {
	readonly cells: {readonly across: number; readonly down: number};
	readonly dots: Glyphs['dots'];
	readonly bits: Uint8Array;
	readonly styles: Uint8Array;
};

/** An empty canvas of so many cells. */
export const blankCanvas = (across: number, down: number, dots: Glyphs['dots']): Canvas => ({
	cells: {across, down},
	dots,
	bits: new Uint8Array(across * down),
	styles: new Uint8Array(across * down),
});

/** Sets the dots of one column from row `low` up to row `high`, counted from below, in place. */
export const drawSpan = (canvas: Canvas, {column, low, high, style}: DotSpan): void => {
	for (let row = low; row <= high; row += 1) setDot(canvas, {column, row}, styleIndex[style]);
};

/** A vertical piece of line in one dot column. */
export type DotSpan = {
	readonly column: number;
	readonly low: number;
	readonly high: number;
	readonly style: Style;
};

/** Takes away what is drawn in the cells that a span touches, in place: two lines in one cell would share a colour. */
export const clearSpan = (canvas: Canvas, {column, low, high}: Omit<DotSpan, 'style'>): void => {
	for (let row = low; row <= high; row += 1) canvas.bits[cellOf(canvas, {column, row})] = 0;
};

/** Copies what is drawn into cells of the screen at (x, y), in place; cells without dots are left alone. */
export const putCanvas = (cells: Cells, {x, y}: Position, canvas: Canvas): void => {
	const {across} = canvas.cells;
	const isBraille = canvas.dots[1] > 1;
	canvas.bits.forEach((bits, index) => {
		if (bits === 0) return;
		const style = canvas.styles[index] ?? 0;
		const code = isBraille ? 0x2800 + bits : asciiCode(style);
		putCode(cells, {x: x + (index % across), y: y + Math.floor(index / across)}, {code, style});
	});
};

// Braille dots are numbered column by column, the lowest pair last (Unicode chart U+2800).
const brailleBits = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

const setDot = (canvas: Canvas, {column, row}: Dot, style: number): void => {
	const [across, down] = canvas.dots;
	const index = cellOf(canvas, {column, row});
	const fromTop = down - 1 - (row % down);
	const bit = across === 1 ? 1 : (brailleBits[fromTop * 2 + (column % 2)] ?? 0);
	canvas.bits[index] = (canvas.bits[index] ?? 0) | bit;
	canvas.styles[index] = style;
};

/** Dot column from the left, dot row from below. */
type Dot = {readonly column: number; readonly row: number};

const cellOf = ({cells, dots}: Canvas, {column, row}: Dot): number => {
	const [across, down] = dots;
	const fromTop = cells.down - 1 - Math.floor(row / down);
	return fromTop * cells.across + Math.floor(column / across);
};

const fills: readonly number[] = [styleIndex.inUseFill, styleIndex.systemFill];
const asciiCode = (style: number): number => {
	if (fills.includes(style)) return '.'.charCodeAt(0);
	return (style === styleIndex.rss ? '-' : '*').charCodeAt(0);
};
