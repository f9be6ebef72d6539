import type {Emulator, ScreenCell} from '../test/helpers/emulator.ts';
import {cellSize, shapeOf} from './glyph-shapes.ts';
import {colourOf, plainColours} from './palette.ts';

/** The screen as an SVG picture: letters by `font`, lines and braille dots drawn. */
export const screenPicture = ({rows, cells}: Pick<Emulator, 'rows' | 'cells'>, font: string): string => {
	const lines = rows().map((_, row) => cells(row));
	const width = (lines[0]?.length ?? 0) * cellSize.width + 2 * padding;
	const height = lines.length * cellSize.height + 2 * padding;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
		`<rect width="${width}" height="${height}" rx="8" fill="${plainColours.background}"/>`,
		`<g font-family="${font}" font-size="${fontSize}" xml:space="preserve">`,
		...lines.flatMap((line, row) => lineParts(line, padding + row * cellSize.height)),
		'</g>',
		'</svg>',
	].join('\n');
};

const padding = 14;
// A letter of the usual monospaced fonts is 0.6 times its size wide.
const fontSize = cellSize.width / 0.602;
const baseline = cellSize.height * 0.76;
const dotRadius = 1.6;

const lineParts = (line: readonly ScreenCell[], y: number): readonly string[] => [
	...line.flatMap((cell, column) => backgroundPart(cell, {x: xOf(column), y})),
	...line.flatMap((cell, column) => cellParts(cell, {x: xOf(column), y})),
];

type Place = {readonly x: number; readonly y: number};

const xOf = (column: number): number => padding + column * cellSize.width;

const coloursOf = ({colour, background, isInverse}: ScreenCell) => {
	const front = colour === undefined ? plainColours.foreground : colourOf(colour);
	const back = background === undefined ? plainColours.background : colourOf(background);
	return isInverse ? {front: back, back: front} : {front, back};
};

const backgroundPart = (cell: ScreenCell, {x, y}: Place): readonly string[] => {
	const {back} = coloursOf(cell);
	if (back === plainColours.background) return [];
	return [`<rect x="${x}" y="${y}" width="${cellSize.width}" height="${cellSize.height}" fill="${back}"/>`];
};

const cellParts = (cell: ScreenCell, place: Place): readonly string[] => {
	if (cell.text.trim() === '') return [];
	const {front} = coloursOf(cell);
	return shapeParts(cell.text, place, front) ?? [letterPart(cell, place, front)];
};

const shapeParts = (text: string, {x, y}: Place, fill: string): readonly string[] | undefined =>
	shapeOf(text)?.map(shape =>
		shape.kind === 'dot'
			? `<circle cx="${x + shape.x}" cy="${y + shape.y}" r="${dotRadius}" fill="${fill}"/>`
			: `<rect x="${x + shape.x}" y="${y + shape.y}" width="${shape.width}" height="${shape.height}" fill="${fill}"/>`,
	);

// One element a letter: a run of them would drift off the grid by the fractions of the font.
const letterPart = ({text, isBold}: ScreenCell, {x, y}: Place, fill: string): string => {
	const weight = isBold ? ' font-weight="bold"' : '';
	return `<text x="${x}" y="${y + baseline}" fill="${fill}"${weight}>${escaped(text)}</text>`;
};

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
