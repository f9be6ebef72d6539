import type {Style} from './picture.ts';

/** How wide a line is in a picture of the default size, and its dashes if it has any, both in pixels. */
export type Stroke = {readonly width: number; readonly dashes?: readonly [on: number, off: number]};

/** The line of each style. */
export const strokes = {
	solid: {width: 3.5},
	dashed: {width: 3, dashes: [12, 6]},
	thin: {width: 1.5},
} satisfies Record<Style, Stroke>;

/** The same for a terminal that draws dashes as a whole line: the widths alone tell the styles apart. */
export const plainStrokes = {
	solid: {width: 3.5},
	dashed: {width: 2},
	thin: {width: 1},
} satisfies Record<Style, Stroke>;
