import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import {type Outcome, runnerOf} from '../plot/drawing.ts';
import {findGnuplot, installHint} from '../plot/gnuplot.ts';
import type {FileTerminal} from '../plot/gnuplot-script.ts';
import {inFolder} from '../plot/private-folder.ts';
import {
	type Format,
	type Rendered,
	type Runner,
	renderFile,
	renderSvg,
	terminalFor,
} from '../plot/rendering.ts';
import {refuseOther, replacePicture} from '../plot/replace-picture.ts';
import {pixelFineness, vectorFineness} from './draw-recording.ts';
import {type Figure, type FigureOptions, readFigure} from './figure.ts';
import {writeOut} from './write-out.ts';

/** What to draw into which file. */
export type DrawToFileOptions = Omit<FigureOptions, 'signal' | 'fineness'> & {
	/** Path of the picture; `-` is standard output. */
	readonly output: string;
	readonly format: Format;
	/** gnuplot's terminal for it; its best one if not said. */
	readonly terminal?: FileTerminal | undefined;
	readonly program?: string | undefined;
	/** Told what was read, before it is drawn. */
	readonly found?: ((figure: Figure) => void) | undefined;
};

/**
 * Reads logs and draws them into just this file, whole or not at all. Rejects with LogError when a log cannot be read,
 * and with CannotGoOnError when gnuplot is missing for the format, the file is something else, or cannot be written.
 */
export const drawToFile = async (options: DrawToFileOptions, signal: AbortSignal): Promise<Outcome> => {
	const {output, format} = options;
	if (output !== '-') await refuseOther(output);
	// gnuplot is asked while the logs are read; whichever fails first ends the other.
	const control = new AbortController();
	const either = AbortSignal.any([signal, control.signal]);
	const fineness = format === 'png' ? pixelFineness : vectorFineness;
	const reading = readFigure({...options, signal: either, fineness});
	const asking = format === 'svg' ? undefined : terminalOf(options, format, either);
	for (const one of [reading, asking]) one?.catch(() => control.abort());
	const [figure, drawnBy] = await Promise.all([reading, asking]);
	if (!figure) return {kind: 'cancelled'};
	options.found?.(figure);
	const {outcome, image} = await inFolder(async folder => {
		const rendered = await render(figure, {drawnBy, folder}, runnerOf(options, signal));
		if (signal.aborted) return {outcome: {kind: 'cancelled'} as const};
		return rendered.kind === 'rendered' ? put(rendered.path, output) : {outcome: rendered};
	});
	// Not while there is a folder to be cleared away: whoever reads it may end the program.
	if (image) await writeOut(image, 'the picture', signal);
	return outcome;
};

const render = (
	{picture}: Figure,
	{drawnBy, folder}: {readonly drawnBy: FileTerminal | undefined; readonly folder: string},
	runner: Runner,
): Promise<Rendered> =>
	drawnBy === undefined
		? renderSvg(picture, folder)
		: renderFile(picture, {terminal: drawnBy, folder}, runner);

const terminalOf = async (
	{program = 'gnuplot', terminal}: DrawToFileOptions,
	format: Exclude<Format, 'svg'>,
	signal: AbortSignal,
): Promise<FileTerminal | undefined> => {
	const gnuplot = await findGnuplot(program, signal);
	if (signal.aborted) return undefined;
	const name = format.toUpperCase();
	if (gnuplot.kind === 'missing')
		throw new CannotGoOnError(
			`expected gnuplot for a ${name}, got none: ${installHint}; -o <name>.svg needs none`,
		);
	if (gnuplot.kind === 'unusable')
		throw new CannotGoOnError(`expected gnuplot to answer, got: ${gnuplot.message}`);
	const found = terminalFor(gnuplot, format, terminal);
	if (found) return found;
	throw new CannotGoOnError(
		`expected a gnuplot that draws a ${name}${terminal ? ` by ${terminal}` : ''}, got ${gnuplot.version} without`,
	);
};

type Put = {readonly outcome: Outcome; readonly image?: Buffer};

const put = async (finished: string, output: string): Promise<Put> => {
	const outcome = {kind: 'file', path: output} as const;
	if (output === '-') return {outcome, image: await readFile(finished)};
	await replacePicture(finished, resolve(output));
	return {outcome};
};
