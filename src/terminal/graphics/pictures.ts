import type {Capabilities} from '../capabilities.ts';
import {askGraphics} from './ask.ts';
import type {Graphics, TerminalPicture} from './graphics.ts';
import {tapInput} from './input-tap.ts';
import {type Showing, type ShowingEnd, showPicture} from './show-picture.ts';

/** The pictures of a terminal that is taken over. */
export type Pictures = {
	/** How it shows them; asked of it anew when it has another size, or said of none. */
	readonly graphics: () => Promise<Graphics | undefined>;
	/** Shows one instead of everything else; one that is shown already is taken away. */
	readonly show: (picture: TerminalPicture) => Promise<ShowingEnd>;
	readonly isShown: () => boolean;
	/** Takes away what is shown. */
	readonly end: () => void;
	/** The same, and hears no more answers. */
	readonly close: () => void;
};

/** Prepares a terminal for pictures; nothing is asked before the first one is wanted. */
export const createPictures = (
	{input, output}: {readonly input: NodeJS.ReadStream; readonly output: NodeJS.WriteStream},
	{questions}: Pick<Capabilities, 'questions'>,
): Pictures => {
	const tap = tapInput(input);
	let known: {readonly size: string; readonly graphics: Graphics} | undefined;
	let shown: Showing | undefined;
	const end = () => shown?.end('taken');
	return {
		graphics: async () => {
			const size = `${output.columns}x${output.rows}`;
			if (known?.size === size) return known.graphics;
			const graphics = await askGraphics({tap, output}, {questions});
			known = graphics && {size, graphics};
			return graphics;
		},
		show: async picture => {
			end();
			const showing = showPicture({tap, output}, picture);
			shown = showing;
			const how = await showing.ended;
			if (shown === showing) shown = undefined;
			return how;
		},
		isShown: () => shown !== undefined,
		end,
		close: () => {
			end();
			tap.close();
		},
	};
};
