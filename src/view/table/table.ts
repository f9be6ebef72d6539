import type {State} from '../../app/state.ts';
import {blankCells, type Cells, putLine} from '../cells.ts';
import type {Glyphs} from '../glyphs.ts';
import {type Line, span} from '../style.ts';
import {tableWidths} from './cell.ts';
import {comparedRows} from './compared-rows.ts';
import {narrowMainRows, wideMainRows} from './main-rows.ts';
import {otherRows, partRows} from './other-rows.ts';

/** What a table is drawn into: cells, a width of `tableWidths`, and the characters to draw with. */
export type TableSpace = {readonly height: number; readonly width: number; readonly glyphs: Glyphs};

/**
 * The numeric table: the figures of in use and system, what system is made of, then every other metric with its current
 * and peak value. What does not fit below is left out.
 */
export const table = (state: State, {height, width, glyphs}: TableSpace): Cells => {
	const cells = blankCells(width, height);
	const lines = linesOf(state, {height, width});
	lines.slice(0, height).forEach((line, y) => {
		putLine(
			cells,
			{x: 0, y},
			line.map(({text, style}) => span(glyphs.plain(text), style)),
		);
	});
	return cells;
};

const linesOf = (state: State, {height, width}: Omit<TableSpace, 'glyphs'>): readonly Line[] => {
	if (state.other) return comparedRows(state, state.other, {width, height});
	return width < tableWidths.wide ? narrowRows(state) : wideRows(state, height);
};

const wideRows = (state: State, height: number): readonly Line[] => {
	const groups = [wideMainRows(state), partRows(state), otherRows(state)].filter(({length}) => length > 0);
	const spaced = groups.flatMap((rows, index) => (index === 0 ? rows : [[], ...rows]));
	return spaced.length <= height ? spaced : groups.flat();
};

const narrowRows = (state: State): readonly Line[] => [
	...narrowMainRows(state),
	// In use stands above already, and is the first of the parts.
	...[...partRows(state).filter(isNumbers).slice(1), ...otherRows(state).filter(isNumbers)].map(line =>
		line.slice(0, 2),
	),
];

const isNumbers = ([, here]: Line): boolean => here?.style !== 'dim';
