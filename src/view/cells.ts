import {type Line, type Style, styleIndex} from './style.ts';

/** Place and size on the screen, in cells from its upper left corner. */
export type Rectangle = {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
};

/** A rectangle of character cells, row by row: UTF-16 codes and style indexes, `width * height` of each. */
export type Cells = {
	readonly width: number;
	readonly height: number;
	readonly codes: Uint16Array;
	readonly styles: Uint8Array;
};

/** Blank cells in the plain style; negative sizes are empty. */
export const blankCells = (width: number, height: number): Cells => {
	const [columns, rows] = [Math.max(0, width), Math.max(0, height)];
	const codes = new Uint16Array(columns * rows).fill(32);
	return {width: columns, height: rows, codes, styles: new Uint8Array(columns * rows)};
};

/** Writes one line at (x, y), in place; what does not fit is cut. */
export const putLine = (cells: Cells, {x, y}: Position, line: Line): void => {
	let column = x;
	for (const {text, style} of line) {
		putText(cells, {x: column, y}, {text, style});
		column += text.length;
	}
};

/** Cells from the left and rows from the top, from 0. */
export type Position = {readonly x: number; readonly y: number};

/** Writes text in one style at (x, y), in place; what does not fit is cut. */
export const putText = (
	cells: Cells,
	{x, y}: Position,
	{text, style}: {text: string; style: Style},
): void => {
	if (y < 0 || y >= cells.height) return;
	for (let index = 0; index < text.length; index += 1) {
		putCode(cells, {x: x + index, y}, {code: text.charCodeAt(index), style: styleIndex[style]});
	}
};

/** Writes one cell, in place; outside of the rectangle nothing happens. */
export const putCode = (
	cells: Cells,
	{x, y}: Position,
	{code, style}: {code: number; style: number},
): void => {
	if (x < 0 || x >= cells.width || y < 0 || y >= cells.height) return;
	cells.codes[y * cells.width + x] = code;
	cells.styles[y * cells.width + x] = style;
};

/** Copies smaller cells into larger ones with their upper left corner at (x, y), in place. */
export const putCells = (cells: Cells, {x, y}: Position, inner: Cells): void => {
	for (let row = 0; row < inner.height && y + row < cells.height; row += 1) {
		const from = row * inner.width;
		const to = (y + row) * cells.width + x;
		const width = Math.min(inner.width, cells.width - x);
		cells.codes.set(inner.codes.subarray(from, from + width), to);
		cells.styles.set(inner.styles.subarray(from, from + width), to);
	}
};

/** The rows as text, for tests and for reading a scene without a terminal. */
export const textOf = (cells: Cells): readonly string[] =>
	Array.from({length: cells.height}, (_, row) =>
		String.fromCharCode(...cells.codes.subarray(row * cells.width, (row + 1) * cells.width)).trimEnd(),
	);
