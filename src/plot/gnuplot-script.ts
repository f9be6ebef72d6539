import {axisCommands, zoomableAxisCommands} from './gnuplot-axes.ts';
import {colours, frameOf, headRows, size} from './layout.ts';
import type {Curve, Picture} from './picture.ts';
import {pictureData} from './picture-data.ts';
import {quote} from './quote.ts';

/** Terminals that can write a PNG, best first. */
export const fileTerminals = ['pngcairo', 'png'] as const;

/** Terminals that open a window, in the order to try. */
export const windowTerminals = ['qt', 'wxt', 'x11'] as const;

/** What a script for a window prints once the window is up. */
export const windowMarker = 'memtop: the window is up';

/** Names inside the private folder that a script runs in. */
export const names = {script: 'picture.gp', data: 'picture.dat', image: 'picture.png'} as const;

/** Draws the picture from the file of its data into a PNG of 1920x1080. */
export const fileScript = (picture: Picture, terminal: (typeof fileTerminals)[number]): string =>
	lines([
		'set encoding utf8',
		`set terminal ${terminal} ${terminal === 'png' ? 'truecolor' : 'rounded'} noenhanced size ${size.width},${size.height} font 'Sans,18'`,
		`set output '${names.image}'`,
		...frameCommands(picture, 1),
		...axisCommands(picture),
		plotCommand(picture, {data: `'${names.data}'`, lineWidth: 1, x: '1', y: () => '2'}),
	]);

/** Draws the picture in a window that can be zoomed, its data inside the script, and stays until it is closed. */
export const windowScript = (picture: Picture, terminal: (typeof windowTerminals)[number]): string =>
	lines([
		'set encoding utf8',
		`set terminal ${terminal} noenhanced size 1280,720 title 'memtop'`,
		`$picture << end_of_picture\n${pictureData(picture.curves)}end_of_picture`,
		...frameCommands(picture, 0.6),
		...zoomableAxisCommands(picture),
		plotCommand(picture, {
			data: '$picture',
			lineWidth: 0.7,
			x: `($1+${picture.time.origin + picture.time.utcOffset * 60})`,
			y: curve => `($2/${(curve.side === 'right' ? picture.right : picture.left)?.unit.bytes ?? 1})`,
		}),
		`print '${windowMarker}'`,
		'pause mouse close',
	]);

const lines = (commands: readonly string[]): string => commands.map(command => `${command}\n`).join('');

const frameCommands = (picture: Picture, scale: number): string[] => {
	const {left, right, top, bottom} = frameOf(picture);
	const fromTop = (pixels: number) => 1 - pixels / size.height;
	return [
		`set lmargin at screen ${left / size.width}`,
		`set rmargin at screen ${right / size.width}`,
		`set tmargin at screen ${fromTop(top)}`,
		`set bmargin at screen ${fromTop(bottom)}`,
		`set border ${picture.right ? 11 : 3} linecolor rgb '${colours.border}'`,
		`set tics nomirror out scale 0.5 textcolor rgb '${colours.quiet}'`,
		`set grid xtics ytics linetype 1 linewidth 1 linecolor rgb '${colours.grid}'`,
		`set key at screen ${(left - 14) / size.width},${fromTop(headRows.legend - 28)} left top horizontal reverse Left samplen 2.5 noenhanced textcolor rgb '${colours.text}'`,
		`set label 1 ${quote(picture.heading, 90)} at screen ${left / size.width},${fromTop(headRows.heading - 10)} left noenhanced font ',${Math.round(28 * scale)}' textcolor rgb '${colours.text}'`,
		`set label 2 ${quote(picture.span)} at screen ${left / size.width},${fromTop(headRows.span - 6)} left noenhanced font ',${Math.round(18 * scale)}' textcolor rgb '${colours.quiet}'`,
	];
};

type Columns = {
	readonly data: string;
	readonly lineWidth: number;
	readonly x: string;
	readonly y: (curve: Curve) => string;
};

const plotCommand = ({curves}: Picture, {data, lineWidth, x, y}: Columns): string => {
	const plots = curves.map((curve, index) =>
		[
			`${data} index ${index} using ${x}:${y(curve)} axes ${curve.side === 'right' ? 'x1y2' : 'x1y1'} with lines`,
			`${strokes[curve.style].dash} linewidth ${strokes[curve.style].width * lineWidth}`,
			`linecolor rgb '${curve.colour}' title ${quote(curve.label)} noenhanced`,
		].join(' '),
	);
	return `plot ${plots.length > 0 ? plots.join(', \\\n     ') : 'NaN notitle'}`;
};

const strokes = {
	solid: {dash: 'dashtype solid', width: 3.5},
	dashed: {dash: 'dashtype (12,6)', width: 3},
	thin: {dash: 'dashtype solid', width: 1.5},
} satisfies Record<Curve['style'], {dash: string; width: number}>;
