import {blankCells, type Cells, putCells, putLine, putText} from './cells.ts';
import type {Glyphs} from './glyphs.ts';
import {type Line, lineWidth, type Span, type Style, span} from './style.ts';

/** What a panel is drawn from: its size in cells, the titles in its upper border, and what it frames. */
export type PanelParts = {
	readonly width: number;
	readonly height: number;
	readonly left: Line;
	readonly right?: Line;
	readonly content: Cells;
	readonly style?: Style;
	readonly marks?: Marks | undefined;
};

/** What stands in the lower border: marks in columns of the panel, a later one over an earlier, and what they mean. */
export type Marks = {
	readonly marks: readonly {readonly column: number; readonly glyph: Span}[];
	readonly legend: Line;
};

/** A frame with titles around some cells, which lie one column in from the border. */
export const panel = (glyphs: Glyphs, parts: PanelParts): Cells => {
	const cells = blankCells(parts.width, parts.height);
	drawBorder(cells, glyphs, parts.style ?? 'border');
	putCells(cells, {x: 1, y: 1}, parts.content);
	putTitles(cells, parts);
	if (parts.marks) putMarks(cells, parts.marks);
	return cells;
};

// The right title gives way first, piece by piece from its left; a cut number would be a wrong one.
const putTitles = (cells: Cells, {left, right = []}: PanelParts): void => {
	const room = cells.width - 4;
	putLine(cells, {x: 1, y: 0}, [span(' '), ...cutLine(left, room), span(' ')]);
	const fitting = fitFromRight(right, room - lineWidth(left) - 3);
	if (fitting.length > 0) {
		putLine(cells, {x: cells.width - lineWidth(fitting) - 3, y: 0}, [span(' '), ...fitting, span(' ')]);
	}
};

const putMarks = (cells: Cells, {marks, legend}: Marks): void => {
	const y = cells.height - 1;
	putLine(cells, {x: 1, y}, legend);
	for (const {column, glyph} of marks) if (column < cells.width - 1) putLine(cells, {x: column, y}, [glyph]);
};

const cutLine = (line: Line, room: number): Line => {
	let left = room;
	return line.map(({text, style}) => {
		const cut = text.slice(0, Math.max(0, left));
		left -= text.length;
		return span(cut, style);
	});
};

const fitFromRight = (line: Line, room: number): Line => {
	const first = line.findIndex((_, index) => lineWidth(line.slice(index)) <= room);
	return first < 0 ? [] : line.slice(first);
};

const drawBorder = (cells: Cells, {border}: Glyphs, style: Style): void => {
	const [horizontal, vertical, upperLeft, upperRight, lowerRight, lowerLeft] = border;
	const middle = horizontal.repeat(Math.max(0, cells.width - 2));
	const bottom = cells.height - 1;
	putText(cells, {x: 0, y: 0}, {text: upperLeft + middle + upperRight, style});
	for (let y = 1; y < bottom; y += 1) {
		putText(cells, {x: 0, y}, {text: vertical, style});
		putText(cells, {x: cells.width - 1, y}, {text: vertical, style});
	}
	putText(cells, {x: 0, y: bottom}, {text: lowerLeft + middle + lowerRight, style});
};
