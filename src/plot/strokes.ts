import type {Style} from './picture.ts';

/** How a line is drawn, in pixels. */
export type Stroke = {
	/** In a picture of the default size. */
	readonly width: number;
	/** In the smallest one; 0 if not said. */
	readonly least?: number;
	readonly dashes?: readonly [on: number, off: number];
};

/** The line of each style. */
export const strokes = {
	solid: {width: 3.5},
	dashed: {width: 3, dashes: [12, 6]},
	thin: {width: 1.5},
} satisfies Record<Style, Stroke>;

/** The same for a terminal that draws dashes as a whole line: the widths alone tell the styles apart. */
export const plainStrokes = {
	solid: {width: 3.5, least: 3},
	dashed: {width: 2, least: 2},
	thin: {width: 1, least: 1},
} satisfies Record<Style, Stroke>;
