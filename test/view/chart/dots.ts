import {type Cells, textOf} from '../../../src/view/cells.ts';

// Braille patterns count their dots column by column, the lowest pair last (Unicode chart U+2800).
const bits = [
	[0x01, 0x08],
	[0x02, 0x10],
	[0x04, 0x20],
	[0x40, 0x80],
] as const;

/** Rows from below that are lit in each dot column of the braille part of some cells, ascending. */
export const dotsOf = (
	cells: Cells,
	{left, rows}: {left: number; rows: number},
): readonly (readonly number[])[] =>
	Array.from({length: (cells.width - left) * 2}, (_, column) => {
		const lit: number[] = [];
		for (let row = 0; row < rows * 4; row += 1) {
			if (
				isLit(cells, {x: left + Math.floor(column / 2), y: rows - 1 - Math.floor(row / 4)}, {column, row})
			) {
				lit.push(row);
			}
		}
		return lit;
	});

const isLit = (
	cells: Cells,
	{x, y}: {x: number; y: number},
	{column, row}: {column: number; row: number},
): boolean => {
	const code = cells.codes[y * cells.width + x] ?? 0;
	const bit = bits[3 - (row % 4)]?.[column % 2] ?? 0;
	return code >= 0x2800 && code <= 0x28ff && ((code - 0x2800) & bit) !== 0;
};

const units: Readonly<Record<string, number>> = {B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30};

/** Labels beside the vertical axis, from above: the row of cells and the bytes they name. */
export const axisLabelsOf = (cells: Cells): readonly {readonly y: number; readonly bytes: number}[] =>
	textOf(cells).flatMap((line, y) => {
		const [, number, unit = ''] = /^ *([\d.]+) (B|KiB|MiB|GiB) ┤/.exec(line) ?? [];
		return number === undefined ? [] : [{y, bytes: Number(number) * (units[unit] ?? 0)}];
	});
