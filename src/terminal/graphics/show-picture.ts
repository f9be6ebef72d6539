import type {Ends} from './conversation.ts';
import {encode} from './encode.ts';
import type {TerminalPicture} from './graphics.ts';
import {writePieces} from './write-pieces.ts';

/** Why a picture is shown no longer: a key was pressed, the terminal has another size, or it was taken away. */
export type ShowingEnd = 'key' | 'resized' | 'taken';

/** A picture that is shown. */
export type Showing = {
	readonly ended: Promise<ShowingEnd>;
	/** Takes it away, also one that the terminal has not yet taken. */
	readonly end: (how: ShowingEnd) => void;
};

/** Shows a picture alone on the screen, until any key, which then is no key for others, or another size. */
export const showPicture = ({tap, output}: Ends, picture: TerminalPicture): Showing => {
	const {pieces, cut, remove} = encode(picture);
	const given = new AbortController();
	let isWhole = false;
	let tell: (how: ShowingEnd) => void = () => {};
	const ended = new Promise<ShowingEnd>(resolve => {
		tell = resolve;
	});
	const channel = tap.open(() => end('key'), 'last');
	const onResize = () => end('resized');
	output.on('resize', onResize);
	output.write(clear);
	void write();
	return {ended, end};

	async function write(): Promise<void> {
		isWhole = await writePieces(output, pieces, given.signal);
		if (isWhole) output.write(`\u001b[${output.rows};1H${help}`);
	}

	function end(how: ShowingEnd): void {
		if (given.signal.aborted) return;
		given.abort();
		output.off('resize', onResize);
		output.write(`${isWhole ? '' : cut}${remove}${clear}`);
		// What a key sends may come in parts.
		if (how === 'key') setTimeout(channel.close, keyPatience).unref();
		else channel.close();
		tell(how);
	}
};

const clear = '\u001b[m\u001b[H\u001b[2J';
const help = ' any key returns';
const keyPatience = 50;
