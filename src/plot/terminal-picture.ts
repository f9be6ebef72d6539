import {readFile} from 'node:fs/promises';
import type {Gnuplot} from './gnuplot.ts';
import type {Size} from './layout.ts';
import type {Picture} from './picture.ts';
import {inFolder} from './private-folder.ts';
import {type Rendered, type Runner, renderFile, terminalFor} from './rendering.ts';

/** What is drawn for a terminal: sixels, or for one like kitty a PNG, of so many pixels. */
export type TerminalRequest = {
	readonly gnuplot: Gnuplot;
	readonly graphics: Size & {readonly kind: 'sixel' | 'kitty'};
	/** Composes the picture; undefined when that was ended early. */
	readonly pictureAt: (size: Size) => Promise<Picture | undefined>;
};

/** The bytes of a sixel file or of a PNG; or why there is none. */
export type TerminalRendered =
	| {readonly kind: 'rendered'; readonly bytes: Uint8Array}
	| Exclude<Rendered, {kind: 'rendered'}>;

/** Draws a picture for a terminal; undefined when this gnuplot does not draw that format. */
export const renderForTerminal = async (
	{gnuplot, graphics, pictureAt}: TerminalRequest,
	runner: Runner,
): Promise<TerminalRendered | undefined> => {
	const terminal = terminalFor(gnuplot, graphics.kind === 'sixel' ? 'sixel' : 'png');
	if (terminal === undefined) return undefined;
	const picture = await pictureAt(graphics);
	if (!picture) return {kind: 'cancelled'};
	return inFolder(async folder => {
		const rendered = await renderFile(picture, {terminal, folder}, runner);
		return rendered.kind === 'rendered' ? {kind: 'rendered', bytes: await readFile(rendered.path)} : rendered;
	});
};
