/** Size of a character cell in pixels of the picture: a monospaced letter is about half as wide as high. */
export const cellSize = {width: 9, height: 18};

/** A rectangle or a dot of a character that is drawn rather than written; undefined for all that a font shows well. */
export const shapeOf = (character: string): readonly Shape[] | undefined => {
	const code = character.charCodeAt(0);
	if (code > 0x28_00 && code < 0x29_00) return brailleDots(code - 0x28_00);
	const arms = lines[character];
	return arms === undefined ? undefined : [...arms].map(lineArm);
};

/** Pixels from the upper left corner of the cell. */
export type Shape =
	| {readonly kind: 'dot'; readonly x: number; readonly y: number}
	| {
			readonly kind: 'bar';
			readonly x: number;
			readonly y: number;
			readonly width: number;
			readonly height: number;
	  };

const {width, height} = cellSize;

// Dots are numbered column by column, the lowest pair last (Unicode chart U+2800).
const places = [
	[0, 0],
	[0, 1],
	[0, 2],
	[1, 0],
	[1, 1],
	[1, 2],
	[0, 3],
	[1, 3],
] as const;

const brailleDots = (bits: number): readonly Shape[] =>
	places
		.filter((_, index) => (bits & (1 << index)) > 0)
		.map(([column, row]) => ({kind: 'dot', x: ((column + 0.5) * width) / 2, y: ((row + 0.5) * height) / 4}));

/** Of each line character the arms it has from the middle of its cell: north, east, south, west. */
const lines: Readonly<Record<string, string>> = {
	'─': 'ew',
	'│': 'ns',
	'┌': 'es',
	'┐': 'sw',
	'└': 'ne',
	'┘': 'nw',
	'├': 'nes',
	'┤': 'nsw',
	'┬': 'esw',
	'┴': 'new',
	'┼': 'nesw',
};

const lineArm = (direction: string): Shape => {
	const [x, y] = [(width - 1) / 2, (height - 1) / 2];
	if (direction === 'n') return {kind: 'bar', x, y: 0, width: 1, height: y + 1};
	if (direction === 's') return {kind: 'bar', x, y, width: 1, height: height - y};
	if (direction === 'e') return {kind: 'bar', x, y, width: width - x, height: 1};
	return {kind: 'bar', x: 0, y, width: x + 1, height: 1};
};
