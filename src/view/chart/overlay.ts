import type {State} from '../../app/state.ts';
import type {Landmark} from '../../model/landmark.ts';
import {type Cells, putText} from '../cells.ts';
import type {Glyphs} from '../glyphs.ts';
import {type Style, styleIndex} from '../style.ts';
import {type Canvas, hasLine, isCovered} from './canvas.ts';
import {columnAt, type TimeAxis} from './columns.ts';
import {landmarkTexts} from './landmark-texts.ts';
import {type LandmarkCells, landmarkCells} from './landmarks.ts';

/** Where an overlay lies: the first cell of the plot area, what is drawn there, and what its cells stand for. */
export type OverlaySpace = {
	readonly x: number;
	readonly canvas: Canvas;
	readonly axis: TimeAxis;
	readonly glyphs: Glyphs;
	/** Whether landmarks are told in words here. */
	readonly hasTexts: boolean;
};

/** Draws landmarks and cursor, in place; the lines of the curves stay on top of them. */
export const putOverlay = (cells: Cells, state: State, space: OverlaySpace): void => {
	const {axis, glyphs, canvas} = space;
	const until = state.view.frozen?.time;
	const found = landmarkCells(state.history.landmarks, {axis, across: glyphs.dots[0], until});
	putGaps(cells, found, space);
	// Where lines stand close together, all that can be told is that there are many.
	const rows = found.lines.length > canvas.cells.across / 4 ? 1 : canvas.cells.down;
	for (const {cell, landmark} of found.lines) {
		putColumn(cells, {cell, rows, glyph: glyphs.landmark, style: styleOf(landmark)}, space);
	}
	const cursor = cursorCell(state, axis, glyphs);
	if (cursor !== undefined)
		putColumn(
			cells,
			{cell: cursor, rows: canvas.cells.down, glyph: glyphs.border[1], style: 'cursor'},
			space,
		);
	if (space.hasTexts) putLandmarkTexts(cells, found, {space, cursor});
};

/** The cell of a chart in which the cursor is; undefined without one, or where it is off the chart. */
export const cursorCell = (
	{view}: State,
	axis: TimeAxis,
	{dots}: Pick<Glyphs, 'dots'>,
): number | undefined => {
	if (view.cursor === undefined) return undefined;
	const column = columnAt(axis, view.cursor);
	return column >= 0 && column < axis.columns ? Math.floor(column / dots[0]) : undefined;
};

const styleOf = ({type}: Landmark): Style => (type === 'mark' ? 'mark' : 'event');

type VerticalLine = {
	readonly cell: number;
	readonly rows: number;
	readonly glyph: string;
	readonly style: Style;
};

// The course of a curve stays on top; the cursor gives its colour to the piece that it is on.
const putColumn = (
	cells: Cells,
	{cell, rows, glyph, style}: VerticalLine,
	{x, canvas}: OverlaySpace,
): void => {
	for (let y = 0; y < rows; y += 1) {
		const place = {x: x + cell, y};
		const isCourse = hasLine(canvas, {x: cell, y}) && !isCovered(canvas, {x: cell, y});
		if (!isCourse) putText(cells, place, {text: glyph, style});
		else if (style === 'cursor') cells.styles[y * cells.width + place.x] = styleIndex.cursor;
	}
};

const putGaps = (cells: Cells, {gaps, shortGaps}: LandmarkCells, space: OverlaySpace): void => {
	const rows = space.canvas.cells.down;
	for (const cell of gaps) putColumn(cells, {cell, rows, glyph: space.glyphs.gap, style: 'gap'}, space);
	for (const cell of shortGaps) {
		putText(cells, {x: space.x + cell, y: rows - 1}, {text: space.glyphs.shortGap, style: 'event'});
	}
};

const putLandmarkTexts = (
	cells: Cells,
	{lines, gaps}: LandmarkCells,
	{space, cursor}: {space: OverlaySpace; cursor: number | undefined},
): void => {
	const {canvas, glyphs, x} = space;
	for (const {cell, row, text, landmark} of landmarkTexts(lines, {canvas, cursor, gaps, glyphs})) {
		putText(cells, {x: x + cell, y: row}, {text, style: styleOf(landmark)});
	}
};
