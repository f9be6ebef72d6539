import {encode} from './encode.ts';
import type {TerminalPicture} from './graphics.ts';
import {writePieces} from './write-pieces.ts';

/** Writes a picture where the cursor is, and leaves the cursor below it. Given up by the signal, the terminal is itself again. */
export const printPicture = async (
	output: NodeJS.WriteStream,
	picture: TerminalPicture,
	signal: AbortSignal,
): Promise<void> => {
	const {pieces, cut} = encode(picture);
	const isWhole = await writePieces(output, pieces, signal);
	output.write(isWhole ? '\n' : `${cut}\n`);
};
