import type {ByteAxis, Range, Tic} from './byte-axis.ts';
import type {LabelPlace} from './label-rows.ts';
import {colours} from './layout.ts';
import {longestLabel} from './marks.ts';
import type {Picture} from './picture.ts';
import {quote} from './quote.ts';

/** Ranges and tics as the picture says them, with its gaps and marks. */
export const axisCommands = (picture: Picture): string[] => [
	`set xlabel ${quote(picture.time.label)} noenhanced textcolor rgb '${colours.quiet}'`,
	`set xrange ${rangeOf(picture.time.range)}`,
	`set xtics ${ticsOf(picture.time.tics)}`,
	`set yrange ${rangeOf(picture.left.range)}`,
	`set ytics ${ticsOf(picture.left.tics)}`,
	...(picture.right
		? [
				...sideColours(picture),
				`set y2range ${rangeOf(picture.right.range)}`,
				`set y2tics ${ticsOf(picture.right.tics)}`,
			]
		: []),
	...gapCommands(picture, 0),
	...markCommands(picture, 0),
];

/**
 * The same for a window, where zooming needs tics that gnuplot finds itself: x then has the UTC offset added, since
 * gnuplot knows no time zones, and y counts the unit of its axis.
 */
export const zoomableAxisCommands = (picture: Picture): string[] => {
	const {range, label, kind} = picture.time;
	const shift = zoneOf(picture);
	return [
		`set xlabel ${quote(label)} noenhanced`,
		`set xrange ${rangeOf({from: range.from + shift, to: range.to + shift})}`,
		kind === 'clock' ? 'set xtics time format "%H:%M:%S\\n%b %d"' : 'set xtics time format "%tH:%tM:%tS"',
		`set yrange ${scaledRange(picture.left)}`,
		`set ytics format '%g ${picture.left.unit.name}'`,
		...(picture.right
			? [
					...sideColours(picture),
					`set y2range ${scaledRange(picture.right)}`,
					`set y2tics format '%g ${picture.right.unit.name}'`,
				]
			: []),
		...gapCommands(picture, shift),
		...markCommands(picture, shift),
	];
};

/** Seconds that are added to the places of a picture's time axis in a window. */
export const zoneOf = ({time}: Picture): number => time.utcOffset * 60;

// Two axes are told apart by the colour of the curve that each belongs to.
const sideColours = ({hasColouredAxes}: Picture): string[] =>
	hasColouredAxes
		? [`set ytics textcolor rgb '${colours.inUse}'`, `set y2tics nomirror textcolor rgb '${colours.system}'`]
		: ['set y2tics nomirror'];

const rangeOf = ({from, to}: Range): string => `[${from}:${to}]`;

const scaledRange = ({range, unit}: ByteAxis): string =>
	rangeOf({from: range.from / unit.bytes, to: range.to / unit.bytes});

const ticsOf = (tics: readonly Tic[]): string =>
	`(${tics.map(({at, label}) => `${quote(label)} ${at}`).join(', ')})`;

const gapCommands = ({gaps}: Picture, shift: number): string[] =>
	gaps.map(
		({from, to}, index) =>
			`set object ${index + 1} rectangle from ${from + shift}, graph 0 to ${to + shift}, graph 1 behind fillcolor rgb '${colours.gap}' fillstyle solid noborder`,
	);

const markCommands = ({marks}: Picture, shift: number): string[] =>
	marks.flatMap(({at, label, place, colour}) => [
		`set arrow from ${at + shift}, graph 0 to ${at + shift}, graph 1 nohead dashtype 3 linecolor rgb '${colour}'`,
		...(place === undefined
			? []
			: [
					`set label ${quote(label, longestLabel)} at ${at + shift}, graph 1 offset ${besidePlace(place)} noenhanced textcolor rgb '${colour}'`,
				]),
	]);

// In letters and lines.
const besidePlace = ({row, side}: LabelPlace): string => {
	const down = (-0.8 - 1.2 * row).toFixed(1);
	return side === 'right' ? `0.5,${down} left` : `-0.5,${down} right`;
};
