import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import {cleanText} from '../model/clean.ts';
import type {Gnuplot} from './gnuplot.ts';
import {type RunEnd, runGnuplot} from './gnuplot-run.ts';
import {type FileTerminal, fileScript, fileTerminals, names} from './gnuplot-script.ts';
import type {Picture} from './picture.ts';
import {pictureData} from './picture-data.ts';
import {writePrivately} from './private-folder.ts';
import {svgOf} from './svg.ts';
import {isWholePicture} from './whole-picture.ts';

/** What a picture is written as. */
export type Format = 'png' | 'svg' | 'pdf';

/** How gnuplot is run. */
export type Runner = {
	readonly program: string;
	/** Milliseconds without progress after which it is ended. */
	readonly patience: number;
	readonly signal: AbortSignal;
};

/** A finished picture in a private folder, or why there is none. */
export type Rendered =
	| {readonly kind: 'rendered'; readonly path: string}
	| Exclude<RunEnd, {kind: 'finished' | 'up'}>;

/** Writes the picture as an SVG into a private folder; without gnuplot. */
export const renderSvg = async (picture: Picture, folder: string): Promise<Rendered> => {
	await writePrivately(folder, 'picture.svg', svgOf(picture));
	return {kind: 'rendered', path: join(folder, 'picture.svg')};
};

/**
 * Draws the picture with gnuplot into a file in a private folder. Throws CannotGoOnError where there is no room for all
 * of it.
 */
export const renderFile = async (
	picture: Picture,
	{terminal, folder}: {readonly terminal: FileTerminal; readonly folder: string},
	runner: Runner,
): Promise<Rendered> => {
	await writePrivately(folder, names.data, pictureData(picture.curves));
	await writePrivately(folder, names.script, fileScript(picture, terminal));
	const end = await runGnuplot({...runner, folder, opensWindow: false});
	if (end.kind === 'failed' || end.kind === 'cancelled') return end;
	const path = join(folder, names.image);
	if (!existsSync(path)) return {kind: 'failed', message: 'gnuplot made no picture'};
	if (await isWholePicture(path)) return {kind: 'rendered', path};
	throw new CannotGoOnError(
		`expected room for the whole picture, got only a part of it: ${cleanText(dirname(folder), 1000)}`,
	);
};

/** The best of this gnuplot's terminals for a format; `asked` if it is one for it. Undefined when it has none. */
export const terminalFor = (
	gnuplot: Gnuplot,
	format: Exclude<Format, 'svg'> | 'sixel',
	asked?: FileTerminal,
): FileTerminal | undefined => {
	if (gnuplot.kind !== 'found') return undefined;
	const known: readonly FileTerminal[] = fileTerminals[format];
	return known
		.filter(name => asked === undefined || name === asked)
		.find(name => gnuplot.terminals.has(name));
};
