import {type DrawingOptions, drawPicture, type Outcome, runnerOf} from '../plot/drawing.ts';
import {findGnuplot} from '../plot/gnuplot.ts';
import type {Size} from '../plot/layout.ts';
import type {Picture} from '../plot/picture.ts';
import {type Figure, type FigureOptions, readFigure} from './figure.ts';

/** What to draw, and where; see `drawPicture` for what is not about the logs. */
export type DrawRecordingOptions = Omit<FigureOptions, 'signal' | 'fineness'> & {
	/** Path for the PNG where no window is shown, for example `/x/memory.png`. */
	readonly output?: string | undefined;
	/** True when there is a display for a window. */
	readonly display: boolean;
	readonly program?: string | undefined;
	/** Shows it in the terminal itself, where no window can: gets what composes the picture for so many pixels. */
	readonly inTerminal?: ((pictureAt: PictureAt) => DrawingOptions['inTerminal']) | undefined;
	/** Told what was read, before it is drawn. */
	readonly found?: ((figure: Figure) => void) | undefined;
};

/** Composes the picture for a size in pixels; undefined when that was ended early. Rejects as `readFigure` does. */
export type PictureAt = (size: Size) => Promise<Picture | undefined>;

/**
 * Reads logs and draws them, in a window where there is a display, else in the terminal or into a file; ended by a
 * signal. Rejects as `readFigure` does.
 */
export const drawLogs = async (options: DrawRecordingOptions, signal: AbortSignal): Promise<Outcome> => {
	const {output, display, program, found} = options;
	const inTerminal = options.inTerminal?.(pictureFor(options, signal));
	// How large a terminal is, is known before a long log is read for it.
	const shown = display || !inTerminal ? undefined : await drawInTerminal(inTerminal, {program}, signal);
	if (shown) return shown;
	const figure = await readFigure({...options, fineness: display ? windowFineness : pixelFineness, signal});
	if (!figure) return {kind: 'cancelled'};
	found?.(figure);
	const instead = display ? inTerminal : undefined;
	const drawing = drawPicture({picture: figure.picture, output, display, program, inTerminal: instead});
	signal.addEventListener('abort', drawing.cancel);
	if (signal.aborted) drawing.cancel();
	return drawing.done;
};

// A terminal's pixels are few and large: nothing is drawn between them.
const pictureFor = (options: DrawRecordingOptions, signal: AbortSignal): PictureAt => {
	let isTold = options.display;
	return async size => {
		const figure = await readFigure({...options, size, fineness: 1, signal});
		if (figure && !isTold) options.found?.(figure);
		isTold = true;
		return figure?.picture;
	};
};

const drawInTerminal = async (
	inTerminal: NonNullable<DrawingOptions['inTerminal']>,
	options: Pick<DrawingOptions, 'program'>,
	signal: AbortSignal,
): Promise<Outcome | undefined> => {
	const runner = runnerOf(options, signal);
	const gnuplot = await findGnuplot(runner.program, signal);
	if (signal.aborted) return {kind: 'cancelled'};
	return gnuplot.kind === 'found' ? inTerminal(gnuplot, runner) : undefined;
};

/** A window may be zoomed. */
export const windowFineness = 4;

/** With lines some pixels wide nothing is seen of what lies between pixels, even where edges are smoothed. */
export const pixelFineness = 1;

/** A picture of lines may be looked at enlarged. */
export const vectorFineness = 2;
