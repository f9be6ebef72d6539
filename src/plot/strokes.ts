import type {Style} from './picture.ts';

/** How wide a line of each style is in a picture of the default size, and its dashes, both in pixels. */
export const strokes = {
	solid: {width: 3.5},
	dashed: {width: 3, dashes: [12, 6]},
	thin: {width: 1.5},
} satisfies Record<Style, {width: number; dashes?: readonly [number, number]}>;
