/** The terminal's own colours in the pictures. */
export const plainColours = {foreground: '#d4d7dd', background: '#14161b'};

/** The colour of a number of the palette of 256 that terminals share; the first sixteen are a terminal's own choice. */
export const colourOf = (index: number): string => {
	const named = first[index];
	if (named !== undefined) return named;
	return index < 232 ? inCube(index - 16) : grey(index - 232);
};

// https://en.wikipedia.org/wiki/ANSI_escape_code#8-bit: a cube of six steps a side, then 24 greys.
const inCube = (index: number): string =>
	hexadecimal(
		[Math.floor(index / 36), Math.floor(index / 6) % 6, index % 6].map(step =>
			step === 0 ? 0 : 55 + 40 * step,
		),
	);

const grey = (index: number): string => hexadecimal([1, 1, 1].map(() => 8 + 10 * index));

const hexadecimal = (parts: readonly number[]): string =>
	`#${parts.map(part => part.toString(16).padStart(2, '0')).join('')}`;

const first: readonly string[] = [
	'#14161b',
	'#e06c75',
	'#98c379',
	'#e5c07b',
	'#61afef',
	'#c678dd',
	'#56b6c2',
	'#d4d7dd',
	'#5c6370',
	'#ff7b86',
	'#b5e08f',
	'#ffd68a',
	'#7cc4ff',
	'#dd9bf0',
	'#6fd3df',
	'#ffffff',
];
