import {CannotGoOnError} from '../model/cannot-go-on-error.ts';
import {reasonOf} from '../model/system-error.ts';
import {findGnuplot, type Gnuplot, installHint} from './gnuplot.ts';
import type {Picture} from './picture.ts';
import {type Placed, placeFile} from './place.ts';
import {inFolder} from './private-folder.ts';
import {type Rendered, type Runner, renderFile, renderSvg, terminalFor} from './rendering.ts';
import {showWindow} from './window.ts';

/** What came of drawing a picture. */
export type Outcome =
	| {readonly kind: 'window'}
	/** In the terminal, and taken away again. */
	| {readonly kind: 'shown'}
	| {readonly kind: 'file'; readonly path: string; readonly note?: string}
	| {readonly kind: 'cancelled'}
	| {readonly kind: 'failed'; readonly message: string};

/**
 * A picture being drawn. `done` rejects only with CannotGoOnError, where there is no place for it or its temporary files;
 * `cancel` ends gnuplot, unless its window is up.
 */
export type Drawing = {readonly done: Promise<Outcome>; readonly cancel: () => void};

/** What to draw, and where. */
export type DrawingOptions = {
	readonly picture: Picture;
	/** Path for the PNG, for example `/x/memory.png`; an SVG has the same name but its ending. Absent: a private folder. */
	readonly output?: string | undefined;
	/** True when there is a display for a window (DISPLAY or WAYLAND_DISPLAY is set). */
	readonly display: boolean;
	/** Shows it in the terminal itself, where no window can; undefined when that cannot be either. */
	readonly inTerminal?: ((gnuplot: Gnuplot, runner: Runner) => Promise<Outcome | undefined>) | undefined;
	/** The gnuplot to run; `gnuplot` of the PATH if not said. */
	readonly program?: string | undefined;
	/** Milliseconds without progress after which gnuplot is ended; 5000 if not said. */
	readonly patience?: number | undefined;
};

/**
 * Draws a picture with gnuplot: in a window where there is a display and a terminal for it, otherwise, or when the
 * window fails, in the terminal itself, and where that cannot be into a PNG. Without gnuplot the same picture becomes an SVG.
 */
export const drawPicture = (options: DrawingOptions): Drawing => {
	const control = new AbortController();
	const runner = runnerOf(options, control.signal);
	const done = draw(options, runner).catch((error: unknown): Outcome => {
		if (error instanceof CannotGoOnError) throw error;
		return {kind: 'failed', message: reasonOf(error)};
	});
	return {done, cancel: () => control.abort()};
};

/** How gnuplot is run where nothing else is said. */
export const runnerOf = (
	{program = 'gnuplot', patience = 5000}: Pick<DrawingOptions, 'program' | 'patience'>,
	signal: AbortSignal,
): Runner => ({program, patience, signal});

const draw = async (options: DrawingOptions, runner: Runner): Promise<Outcome> => {
	const gnuplot = await findGnuplot(runner.program, runner.signal);
	if (runner.signal.aborted) return {kind: 'cancelled'};
	if (gnuplot.kind === 'missing') return drawSvg(options, installHint);
	if (gnuplot.kind === 'unusable') return {kind: 'failed', message: gnuplot.message};
	const window = options.display ? await showWindow(options.picture, gnuplot.terminals, runner) : undefined;
	if (window?.kind === 'up') return {kind: 'window'};
	if (window?.kind === 'cancelled') return window;
	const note = window?.kind === 'failed' ? `no window: ${window.message}` : undefined;
	return (await options.inTerminal?.(gnuplot, runner)) ?? drawPng(options, {gnuplot, note}, runner);
};

type Found = {readonly gnuplot: Gnuplot; readonly note: string | undefined};

const drawPng = (
	{picture, output}: DrawingOptions,
	{gnuplot, note}: Found,
	runner: Runner,
): Promise<Outcome> => {
	const terminal = terminalFor(gnuplot, 'png');
	if (terminal === undefined) return drawSvg({picture, output}, joined(note, 'this gnuplot draws no PNG'));
	return inFolder(async folder => place(await renderFile(picture, {terminal, folder}, runner), output, note));
};

const drawSvg = (
	{picture, output}: Pick<DrawingOptions, 'picture' | 'output'>,
	note: string,
): Promise<Outcome> =>
	inFolder(async folder =>
		place(await renderSvg(picture, folder), output?.replace(/(\.png)?$/, '.svg'), note),
	);

const place = async (rendered: Rendered, output: string | undefined, note?: string): Promise<Outcome> =>
	rendered.kind === 'rendered' ? fileOutcome(await placeFile(rendered.path, output), note) : rendered;

const fileOutcome = (placed: Placed, note: string | undefined): Outcome => {
	const notes = joined(note, placed.note);
	return {kind: 'file', path: placed.path, ...(notes === '' ? {} : {note: notes})};
};

const joined = (...notes: readonly (string | undefined)[]): string =>
	notes.filter(note => note !== undefined).join('; ');
