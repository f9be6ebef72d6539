import {extname} from 'node:path';
import type {Choice} from '../figure/read-recordings.ts';
import {cleanText} from '../model/clean.ts';
import {UsageError} from '../model/usage-error.ts';
import type {Size} from '../plot/layout.ts';
import type {Format} from '../plot/rendering.ts';

/** What a picture can be written as. */
export const formats = ['png', 'svg', 'pdf'] as const satisfies readonly Format[];

/** A format by its name. Throws UsageError for anything else. */
export const parseFormat = (text: string): Format => {
	const format = formats.find(name => name === text.toLowerCase());
	if (format) return format;
	throw new UsageError(`expected a format (${formats.join(', ')}), got "${cleanText(text)}"`);
};

/** The format that a file's ending names. Throws UsageError when it names none of ours. */
export const formatOf = (path: string): Format => {
	const format = formats.find(name => !path.endsWith('/') && `.${name}` === extname(path).toLowerCase());
	if (format) return format;
	const endings = formats.map(name => `.${name}`).join(', ');
	throw new UsageError(`expected a picture's name that ends in one of ${endings}, got "${cleanText(path)}"`);
};

/** A size in pixels as `1920x1080`, each side from 200 to 10000. Throws UsageError for anything else. */
export const parseSize = (text: string): Size => {
	const [, width, height] = /^(\d{1,5})x(\d{1,5})$/i.exec(text) ?? [];
	const size = {width: Number(width), height: Number(height)};
	if (isAllowed(size.width) && isAllowed(size.height)) return size;
	throw new UsageError(
		`expected a size from ${least}x${least} to ${most}x${most} as 1920x1080, got "${cleanText(text)}"`,
	);
};

/** Which recording: a number from 1, or `last`. Throws UsageError for anything else. */
export const parseChoice = (text: string): Choice => {
	if (text === 'last' || text === 'all') return text;
	const number = /^\d{1,15}$/.test(text) ? Number(text) : 0;
	if (number >= 1) return number;
	throw new UsageError(`expected a recording's number from 1, last or all, got "${cleanText(text)}"`);
};

/** How recordings lie to each other. Throws UsageError for anything else. */
export const parseAlign = (text: string): 'start' | 'clock' => {
	if (text === 'start' || text === 'clock') return text;
	throw new UsageError(`expected start or clock, got "${cleanText(text)}"`);
};

/** gnuplot's terminal for a PNG. Throws UsageError for anything else. */
export const parseTerminal = (text: string): 'png' | 'pngcairo' => {
	if (text === 'png' || text === 'pngcairo') return text;
	throw new UsageError(`expected a terminal of gnuplot for a PNG (pngcairo, png), got "${cleanText(text)}"`);
};

const isAllowed = (length: number): boolean => length >= least && length <= most;

const least = 200;
const most = 10_000;
