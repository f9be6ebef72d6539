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
	const [across, down] = canvas.dots;
	const number = styleIndex[style];
	const left = Math.floor(column / across);
	for (let row = low; row <= high; ) {
		const cellRow = Math.floor(row / down);
		const end = Math.min(high, cellRow * down + down - 1);
		const index = (canvas.cells.down - 1 - cellRow) * canvas.cells.across + left;
		const bits = across === 1 ? 1 : columnBits(column % 2, row % down, end % down);
		canvas.bits[index] = (canvas.bits[index] ?? 0) | bits;
		canvas.styles[index] = number;
		row = end + 1;
	}
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

/** True where a line of a curve passes through the cell at (x, y); an area under one is no line. */
export const hasLine = ({cells, bits, styles}: Canvas, {x, y}: Position): boolean => {
	const index = y * cells.across + x;
	return (bits[index] ?? 0) !== 0 && !fills.includes(styles[index] ?? 0);
};

/** True where a line covers the cell at (x, y) wholly, as it does inside of a band: nothing of its course is seen there. */
export const isCovered = ({cells, bits}: Canvas, {x, y}: Position): boolean =>
	bits[y * cells.across + x] === 0xff;

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

// Braille dots are numbered column by column, the lowest pair last (Unicode chart U+2800); here from below.
const brailleBits = [
	[0x40, 0x04, 0x02, 0x01],
	[0x80, 0x20, 0x10, 0x08],
] as const;

const columnBits = (column: number, low: number, high: number): number => {
	let bits = 0;
	for (let row = low; row <= high; row += 1) bits |= brailleBits[column]?.[row] ?? 0;
	return bits;
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
	if (style === styleIndex.other) return '+'.charCodeAt(0);
	return (style === styleIndex.rss ? '-' : '*').charCodeAt(0);
};
