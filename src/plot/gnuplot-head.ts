import {colours, type Layout, legendLetters} from './layout.ts';
import type {Picture} from './picture.ts';
import {quote} from './quote.ts';
import {strokes} from './strokes.ts';

/** Heading, span and legend of a picture, its letters `scale` times as large as the layout has them. */
export const headCommands = (picture: Picture, layout: Layout, scale: number): string[] => {
	const size = (points: number): number => Math.max(5, Math.round(points * layout.scale * scale));
	const place = placeIn(layout);
	const heading = place(layout.frame.left, layout.heading - 10 * layout.scale);
	const span = place(layout.frame.left, layout.span - 6 * layout.scale);
	const letters = Math.floor((layout.frame.right - layout.frame.left) / (18 * layout.scale));
	return [
		'unset key',
		`set label ${quote(picture.heading, letters)} at screen ${heading} left noenhanced font ',${size(28)}' textcolor rgb '${colours.text}'`,
		`set label ${quote(picture.span)} at screen ${span} left noenhanced font ',${size(18)}' textcolor rgb '${colours.quiet}'`,
		...legendCommands(picture, layout, scale),
	];
};

/** A line's width and dashes as gnuplot's words for them, `scale` times as wide as in a picture of the default size. */
export const strokeWords = (style: Picture['legend'][number]['style'], scale: number): string => {
	const stroke = strokes[style];
	const dash = 'dashes' in stroke ? `(${stroke.dashes.join(',')})` : 'solid';
	return `dashtype ${dash} linewidth ${Number((stroke.width * scale).toFixed(2))}`;
};

/** Pixels from the left and the top as gnuplot's screen coordinates, from 0 at the first to 1 at the last pixel. */
export const placeIn =
	({size}: Layout) =>
	(x: number, y: number): string =>
		`${x / (size.width - 1)},${1 - y / (size.height - 1)}`;

// Not gnuplot's own key: where it puts its entries depends on how long they are.
const legendCommands = ({legend}: Picture, layout: Layout, scale: number): string[] =>
	legend.flatMap(({label, style, colour}, index) => {
		const x = layout.frame.left + (index % layout.perRow) * layout.entryWidth;
		const y = layout.legend - 8 * layout.scale + Math.floor(index / layout.perRow) * layout.rowHeight;
		const place = placeIn(layout);
		if (y > layout.frame.top) return [];
		return [
			`set arrow from screen ${place(x, y)} to screen ${place(x + 48 * layout.scale, y)} nohead ${strokeWords(style, layout.scale * scale)} linecolor rgb '${colour}'`,
			`set label ${quote(label, legendLetters)} at screen ${place(x + 64 * layout.scale, y)} left noenhanced textcolor rgb '${colours.text}'`,
		];
	});
