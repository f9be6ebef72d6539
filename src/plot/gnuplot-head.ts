import {colours, type Layout} from './layout.ts';
import type {Picture, Style} from './picture.ts';
import {quote} from './quote.ts';
import {plainStrokes, type Stroke, strokes} from './strokes.ts';
import {fitted} from './text-width.ts';

/** How gnuplot is to draw letters and lines. */
export type Pen = {
	/** How many times as large as in a picture of the default size. */
	readonly scale: number;
	/** False for a terminal that draws dashes as a whole line. */
	readonly hasDashes: boolean;
};

/** Heading, span and legend of a picture; the pen's scale is that to the layout. */
export const headCommands = (picture: Picture, layout: Layout, pen: Pen): string[] => {
	const {scale} = pen;
	const size = (points: number): number => Math.max(5, Math.round(points * layout.scale * scale));
	const place = placeIn(layout);
	const heading = place(layout.frame.left, layout.heading - 10 * layout.scale);
	const letters = Math.floor((layout.frame.right - layout.frame.left) / (18 * layout.scale));
	return [
		'unset key',
		`set label ${quote(picture.heading, letters)} at screen ${heading} left noenhanced font ',${size(28)}' textcolor rgb '${colours.text}'`,
		...(layout.span === undefined
			? []
			: [
					`set label ${quote(picture.span)} at screen ${place(layout.frame.left, layout.span - 6 * layout.scale)} left noenhanced font ',${size(18)}' textcolor rgb '${colours.quiet}'`,
				]),
		...legendCommands(picture, layout, {...pen, scale: layout.scale * scale}),
	];
};

/** A line's width and dashes as gnuplot's words for them. */
export const strokeWords = (style: Style, {scale, hasDashes}: Pen): string => {
	const {width, least = 0, dashes}: Stroke = (hasDashes ? strokes : plainStrokes)[style];
	const dash = dashes ? `(${dashes.join(',')})` : 'solid';
	return `dashtype ${dash} linewidth ${Number(Math.max(least, width * scale).toFixed(2))}`;
};

/** Pixels from the left and the top as gnuplot's screen coordinates, from 0 at the first to 1 at the last pixel. */
export const placeIn =
	({size}: Layout) =>
	(x: number, y: number): string =>
		`${x / (size.width - 1)},${1 - y / (size.height - 1)}`;

// Not gnuplot's own key: where it puts its entries depends on how long they are.
const legendCommands = ({legend}: Picture, layout: Layout, pen: Pen): string[] =>
	layout.entries.flatMap(({x, y: base, ems}, index) => {
		const entry = legend[index];
		if (!entry) return [];
		const {label, style, colour} = entry;
		const y = base - 8 * layout.scale;
		const place = placeIn(layout);
		return [
			`set arrow from screen ${place(x, y)} to screen ${place(x + 48 * layout.scale, y)} nohead ${strokeWords(style, pen)} linecolor rgb '${colour}'`,
			`set label ${quote(fitted(label, ems), 200)} at screen ${place(x + 64 * layout.scale, y)} left noenhanced textcolor rgb '${colours.text}'`,
		];
	});
