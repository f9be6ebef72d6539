import type {PictureAt} from '../figure/draw-recording.ts';
import type {DrawingOptions, Outcome} from '../plot/drawing.ts';
import type {Gnuplot} from '../plot/gnuplot.ts';
import type {Runner} from '../plot/rendering.ts';
import {renderForTerminal} from '../plot/terminal-picture.ts';
import type {LiveScreen} from './live-screen.ts';

/** Where a picture is shown, and what composes it for so many pixels. */
export type PictureInTerminal = {
	readonly screen: Pick<LiveScreen, 'graphics' | 'showPicture'>;
	readonly pictureAt: PictureAt;
};

/**
 * Shows a picture in the terminal itself until a key is pressed, composed and drawn again for each size that the
 * terminal is given meanwhile. Undefined where the terminal shows none or gnuplot does not draw it.
 */
export const pictureInTerminal =
	(shown: PictureInTerminal): NonNullable<DrawingOptions['inTerminal']> =>
	async (gnuplot, runner) => {
		let end = await showOnce(shown, gnuplot, runner);
		if (end === undefined) return undefined;
		while (end === 'resized' && !runner.signal.aborted) end = await showOnce(shown, gnuplot, runner);
		return end === 'resized' || end === undefined ? {kind: 'shown'} : end;
	};

const showOnce = async (
	{screen, pictureAt}: PictureInTerminal,
	gnuplot: Gnuplot,
	runner: Runner,
): Promise<Outcome | 'resized' | undefined> => {
	const graphics = await screen.graphics();
	if (!graphics) return undefined;
	const drawn = await renderForTerminal({gnuplot, graphics, pictureAt}, runner);
	if (drawn?.kind !== 'rendered') return drawn;
	// Of another size by now: it would not fit.
	if ((await screen.graphics()) !== graphics) return 'resized';
	const how = await screen.showPicture({kind: graphics.kind, bytes: drawn.bytes});
	return how === 'resized' ? how : {kind: 'shown'};
};
