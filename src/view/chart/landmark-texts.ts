import type {Landmark} from '../../model/landmark.ts';
import type {Glyphs} from '../glyphs.ts';
import {type Canvas, hasLine} from './canvas.ts';
import type {LandmarkLine} from './landmarks.ts';

/** What a landmark is called, and the cell and row of the chart at which this begins. */
export type LandmarkText = {
	readonly cell: number;
	readonly row: number;
	readonly text: string;
	readonly landmark: Landmark;
};

/** What texts of landmarks are placed in: what is drawn, the cells of gaps, and that of the cursor where there is one. */
export type TextSpace = {
	readonly gaps: readonly number[];
	readonly canvas: Canvas;
	readonly cursor: number | undefined;
	readonly glyphs: Glyphs;
};

/**
 * Places what landmarks are called right of their lines, at the top of the chart: cut where the next line begins, and
 * left out where hardly a word would remain. A text gives way downwards to a curve that passes at the top.
 */
export const landmarkTexts = (
	lines: readonly LandmarkLine[],
	{canvas, cursor, gaps, glyphs}: TextSpace,
): readonly LandmarkText[] =>
	lines.flatMap(({cell, landmark}, index) => {
		const name = glyphs.plain(landmark.text || names[landmark.type]);
		const ends = [lines[index + 1]?.cell, cursor, gaps.find(gap => gap > cell), canvas.cells.across].filter(
			end => end !== undefined && end > cell,
		) as readonly number[];
		const room = Math.min(...ends) - cell - 1;
		const text = cut(name, room, glyphs);
		if (text === '') return [];
		return [
			{cell: cell + 1, row: freeRow(canvas, {from: cell + 1, to: cell + 1 + text.length}), text, landmark},
		];
	});

const names = {
	mark: 'mark',
	gap: 'gap',
	switch: 'source',
	step: 'step',
	end: 'end',
} as const satisfies Record<Landmark['type'], string>;

// Fewer letters than these tell nothing.
const fewest = 3;

const cut = (text: string, room: number, glyphs: Glyphs): string => {
	if (text.length <= room) return text;
	return room < fewest ? '' : `${text.slice(0, room - 1)}${glyphs.plain('…')}`;
};

const rowsTried = 4;

const freeRow = (canvas: Canvas, {from, to}: {from: number; to: number}): number => {
	for (let row = 0; row < Math.min(rowsTried, canvas.cells.down); row += 1) {
		if (isFree(canvas, {row, from, to})) return row;
	}
	return 0;
};

const isFree = (canvas: Canvas, {row, from, to}: {row: number; from: number; to: number}): boolean => {
	for (let x = from; x < to; x += 1) if (hasLine(canvas, {x, y: row})) return false;
	return true;
};
