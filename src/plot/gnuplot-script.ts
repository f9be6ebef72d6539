import {axisCommands, zoneOf, zoomableAxisCommands} from './gnuplot-axes.ts';
import {headCommands, type Pen, strokeWords} from './gnuplot-head.ts';
import {colours, layoutOf} from './layout.ts';
import type {Curve, Picture} from './picture.ts';

/** Terminals that can write a file of each format, best first. */
export const fileTerminals = {png: ['pngcairo', 'png'], pdf: ['pdfcairo'], sixel: ['sixelgd']} as const;

/** A terminal that writes a file. */
export type FileTerminal = (typeof fileTerminals)[keyof typeof fileTerminals][number];

/** Terminals that open a window, in the order to try. */
export const windowTerminals = ['qt', 'wxt', 'x11'] as const;

/** A terminal that opens a window. */
export type WindowTerminal = (typeof windowTerminals)[number];

/** What a script for a window prints once the window is up. */
export const windowMarker = 'memtop: the window is up';

/** Names inside the private folder that a script runs in. */
export const names = {
	script: 'picture.gp',
	data: 'picture.dat',
	image: 'picture.png',
	errors: 'errors.txt',
} as const;

/** Draws the picture from the file of its data into a file of the picture's size. */
export const fileScript = (picture: Picture, terminal: FileTerminal): string => {
	const hasDashes = terminal !== 'png' && terminal !== 'sixelgd';
	return lines([
		'set encoding utf8',
		terminalCommand(picture, terminal),
		`set output '${names.image}'`,
		...frameCommands(picture, {scale: 1, hasDashes}),
		...axisCommands(picture),
		plotCommand(picture, {
			data: `'${names.data}'`,
			pen: {scale: layoutOf(picture.size).scale, hasDashes},
			x: '1',
			y: () => '2',
		}),
	]);
};

/**
 * Draws the picture from the file of its data in a window that can be zoomed, stays until it is closed, and then clears
 * its own folder away.
 */
export const windowScript = (picture: Picture, terminal: WindowTerminal): string =>
	lines([
		'set encoding utf8',
		`set terminal ${terminal} noenhanced size 1280,720 title 'memtop'`,
		...frameCommands(picture, {scale: 0.6, hasDashes: true}),
		...zoomableAxisCommands(picture),
		plotCommand(picture, {
			data: `'${names.data}'`,
			pen: {scale: 0.7, hasDashes: true},
			x: `($1+${zoneOf(picture)})`,
			y: curve => `($2/${(curve.side === 'right' ? picture.right : picture.left)?.unit.bytes ?? 1})`,
		}),
		`print '${windowMarker}'`,
		'pause mouse close',
		`system('rm -f ${names.script} ${names.data} ${names.errors} && rmdir "$PWD"')`,
	]);

const lines = (commands: readonly string[]): string => commands.map(command => `${command}\n`).join('');

const terminalCommand = ({size}: Picture, terminal: FileTerminal): string => {
	const points = Math.max(5, Math.round(18 * layoutOf(size).scale));
	if (terminal === 'pdfcairo')
		return `set terminal pdfcairo rounded noenhanced size ${size.width / 96}in,${size.height / 96}in font 'Sans,${points}'`;
	const look = terminal === 'png' ? 'truecolor' : 'rounded';
	return `set terminal ${terminal} ${look} noenhanced size ${size.width},${size.height} font 'Sans,${points}'`;
};

const frameCommands = (picture: Picture, pen: Pen): string[] => {
	const layout = layoutOf(
		picture.size,
		picture.legend.map(({label}) => label),
	);
	const {frame, size} = layout;
	const across = (pixels: number): number => pixels / (size.width - 1);
	const fromTop = (pixels: number): number => 1 - pixels / (size.height - 1);
	return [
		`set lmargin at screen ${across(frame.left)}`,
		`set rmargin at screen ${across(frame.right)}`,
		`set tmargin at screen ${fromTop(frame.top)}`,
		`set bmargin at screen ${fromTop(frame.bottom)}`,
		`set border ${picture.right ? 11 : 3} linecolor rgb '${colours.border}'`,
		`set tics nomirror out scale 0.5 textcolor rgb '${colours.quiet}'`,
		`set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '${colours.grid}'`,
		...headCommands(picture, layout, pen),
	];
};

type Columns = {
	readonly data: string;
	readonly pen: Pen;
	readonly x: string;
	readonly y: (curve: Curve) => string;
};

const plotCommand = ({curves}: Picture, {data, pen, x, y}: Columns): string => {
	const plots = curves.map((curve, index) =>
		[
			`${data} index ${index} using ${x}:${y(curve)} axes ${curve.side === 'right' ? 'x1y2' : 'x1y1'} with lines`,
			`${strokeWords(curve.style, pen)} linecolor rgb '${curve.colour}' notitle`,
		].join(' '),
	);
	return `plot ${plots.length > 0 ? plots.join(', \\\n     ') : 'NaN notitle'}`;
};
