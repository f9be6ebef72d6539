import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import {inFolder, type Outcome, runnerOf} from '../plot/drawing.ts';
import {findGnuplot, installHint} from '../plot/gnuplot.ts';
import type {FileTerminal} from '../plot/gnuplot-script.ts';
import {type Format, renderFile, renderSvg, terminalFor} from '../plot/rendering.ts';
import {refuseOther, replacePicture} from '../plot/replace-picture.ts';
import {pixelFineness, vectorFineness} from './draw-recording.ts';
import {type Figure, type FigureOptions, readFigure} from './figure.ts';

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
	// gnuplot is asked while the logs are read, which its absence ends.
	const control = new AbortController();
	const either = AbortSignal.any([signal, control.signal]);
	const fineness = format === 'png' ? pixelFineness : vectorFineness;
	const reading = readFigure({...options, signal: either, fineness});
	const asking = format === 'svg' ? undefined : terminalOf(options, format, signal);
	asking?.catch(() => control.abort());
	const [figure, drawnBy] = await Promise.all([reading, asking]);
	if (!figure) return {kind: 'cancelled'};
	options.found?.(figure);
	return inFolder(async folder => {
		const rendered =
			drawnBy === undefined
				? await renderSvg(figure.picture, folder)
				: await renderFile(figure.picture, {terminal: drawnBy, folder}, runnerOf(options, signal));
		if (signal.aborted) return {kind: 'cancelled'};
		return rendered.kind === 'rendered' ? put(rendered.path, output) : rendered;
	});
};

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

const put = async (finished: string, output: string): Promise<Outcome> => {
	if (output === '-') await writeOut(await readFile(finished));
	else await replacePicture(finished, resolve(output));
	return {kind: 'file', path: output};
};

// Whoever reads it may stop before its end.
const writeOut = (image: Buffer): Promise<void> =>
	new Promise(resolve => process.stdout.write(image, () => resolve()));
