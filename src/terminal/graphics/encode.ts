import type {TerminalPicture} from './graphics.ts';

/** A picture as a terminal takes it. */
export type Encoded = {
	/** What is written, in pieces after each of which it may be given up. */
	readonly pieces: readonly (string | Uint8Array)[];
	/** Ends a picture that was given up. */
	readonly cut: string;
	/** Takes the picture away, where clearing the screen does not. */
	readonly remove: string;
};

/** How a picture is written so that it begins at the cursor. */
export const encode = ({kind, bytes}: TerminalPicture): Encoded =>
	kind === 'sixel'
		? {pieces: slices(bytes, pieceSize), cut: stringEnd, remove: ''}
		: {
				pieces: kittyPieces(bytes),
				cut: kittyCommand('m=0,q=2', ''),
				remove: kittyCommand(`a=d,d=I,i=${pictureNumber},q=2`, ''),
			};

/** Ends every string that a terminal is being sent (ST). */
const stringEnd = '\u001b\\';

// Base64 in chunks of at most 4096 bytes; q=2: it answers nothing (kitty, graphics protocol).
const kittyPieces = (bytes: Uint8Array): readonly string[] => {
	const chunks = slices(bytes, kittyChunk);
	return chunks.map((chunk, index) => {
		const more = `m=${index < chunks.length - 1 ? 1 : 0}`;
		const keys = index === 0 ? `a=T,f=100,i=${pictureNumber},q=2,${more}` : `${more},q=2`;
		return kittyCommand(keys, Buffer.from(chunk).toString('base64'));
	});
};

const kittyCommand = (keys: string, payload: string): string => `\u001b_G${keys};${payload}${stringEnd}`;

const slices = (bytes: Uint8Array, size: number): readonly Uint8Array[] =>
	Array.from({length: Math.ceil(bytes.length / size)}, (_, index) =>
		bytes.subarray(index * size, (index + 1) * size),
	);

const pieceSize = 2 ** 14;
// 4096 of base64.
const kittyChunk = 3072;
// Any number that is not another program's.
const pictureNumber = 24_671;
