import type {State} from '../app/state.ts';
import {blankCells, type Cells, putCells, putLine} from './cells.ts';
import type {Glyphs} from './glyphs.ts';
import {header} from './header.ts';
import type {Size} from './scene.ts';
import {printedShown} from './shown.ts';
import {type Line, lineWidth, span} from './style.ts';
import {tableWidths} from './table/cell.ts';
import {table} from './table/table.ts';
import {cursorHeading} from './table/words.ts';

/** A screen too small for charts: the numbers alone, and on the smallest one line of them. */
export const numbers = (state: State, {columns, rows}: Size, glyphs: Glyphs): Cells => {
	const cells = blankCells(columns, rows);
	if (columns < 20 || rows < 5) {
		putLine(cells, {x: 0, y: 0}, oneLine(state, columns, glyphs));
		return cells;
	}
	const width = columns < tableWidths.wide ? tableWidths.narrow : tableWidths.wide;
	const heading = cursorHeading(state);
	const y = heading.length > 0 ? 2 : 1;
	const shown = table(state, {height: rows - y, width, glyphs});
	putLine(cells, {x: 0, y: 0}, header(state, {width: columns, glyphs}));
	putLine(cells, {x: columns >= shown.width ? 0 : 1, y: 1}, heading);
	if (columns >= shown.width) putCells(cells, {x: 0, y}, shown);
	else shortLines(state, glyphs).forEach((line, row) => void putLine(cells, {x: 1, y: y + row}, line));
	return cells;
};

// Whole numbers or none: a cut one would be a wrong one.
const oneLine = (state: State, columns: number, glyphs: Glyphs): Line => {
	const inUse = span(glyphs.plain(printedShown(state, state.source.inUse)), 'inUse');
	const both = [inUse, span('/'), span(glyphs.plain(printedShown(state, state.source.system)), 'system')];
	if (lineWidth(both) <= columns) return both;
	return lineWidth([inUse]) <= columns ? [inUse] : [];
};

const shortLines = (state: State, glyphs: Glyphs): readonly Line[] => [
	[span('in use ', 'inUse'), span(glyphs.plain(printedShown(state, state.source.inUse)), 'strong')],
	[span('system ', 'system'), span(glyphs.plain(printedShown(state, state.source.system)), 'strong')],
];
