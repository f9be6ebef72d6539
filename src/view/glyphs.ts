import {narrow} from './narrow.ts';

/** The characters the screen is drawn with: those of Unicode, or those every terminal has. */
export type Glyphs = {
	readonly separator: string;
	readonly recording: string;
	readonly paused: string;
	readonly up: string;
	readonly down: string;
	/** Border pieces: horizontal, vertical, then the corners from the upper left, clockwise. */
	readonly border: readonly [string, string, string, string, string, string];
	/** The mark beside a label of the vertical axis. */
	readonly tick: string;
	/** Marks in a horizontal border, the second for what matters more. */
	readonly mark: string;
	readonly strongMark: string;
	/** A piece of the vertical line at a landmark; what fills the time of which samples are missing, and marks a short one. */
	readonly landmark: string;
	readonly gap: string;
	readonly shortGap: string;
	/** Dots in one cell of a chart: 2 by 4 in braille, 1 by 1 in ASCII. */
	readonly dots: readonly [across: number, down: number];
	/** Text as this terminal shows it, each letter in one cell. */
	readonly plain: (text: string) => string;
};

/** For a terminal that shows Unicode. */
export const unicodeGlyphs: Glyphs = {
	separator: ' · ',
	recording: '●',
	paused: '○',
	up: '▲',
	down: '▼',
	border: ['─', '│', '┌', '┐', '┘', '└'],
	tick: '┤',
	mark: '┴',
	strongMark: '┻',
	landmark: '┊',
	gap: '░',
	shortGap: '×',
	dots: [2, 4],
	plain: narrow,
};

/** For a terminal that does not, such as with LANG=C. */
export const asciiGlyphs: Glyphs = {
	separator: ' | ',
	recording: '*',
	paused: 'o',
	up: '^',
	down: 'v',
	border: ['-', '|', '+', '+', '+', '+'],
	tick: '|',
	mark: '+',
	strongMark: '#',
	landmark: ':',
	gap: '/',
	shortGap: 'x',
	dots: [1, 1],
	plain: text =>
		text
			.replaceAll('↑↓', 'Up/Dn')
			.replaceAll('↑', 'Up')
			.replaceAll('↓', 'Down')
			.replaceAll('⌫', 'BS')
			.replaceAll(' · ', ' | ')
			.replaceAll('–', '-')
			.replaceAll('−', '-')
			.replaceAll('←→', 'Left/Right')
			.replaceAll('←', 'Left')
			.replaceAll('→', 'Right')
			.replaceAll('≥', '>=')
			.replaceAll('…', '.')
			.replace(/[^ -~]/g, '?'),
};
