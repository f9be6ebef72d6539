import {type AskOptions, askGraphics} from './ask.ts';
import type {Graphics} from './graphics.ts';
import {tapInput} from './input-tap.ts';

/**
 * Asks a terminal that nothing else reads how it shows pictures, as `askGraphics` does; it is left as it was. Undefined
 * where input or output is none. Keys typed in these milliseconds are lost, but for C-c, which calls `interrupt`.
 */
export const askPlainTerminal = async (
	{input, output}: {readonly input: NodeJS.ReadStream; readonly output: NodeJS.WriteStream},
	{interrupt, ...options}: AskOptions & {readonly interrupt: () => void},
): Promise<Graphics | undefined> => {
	if (!input.isTTY || !output.isTTY || options.questions === 'none') return undefined;
	const wasRaw = input.isRaw;
	const tap = tapInput(input);
	const keys = (chunk: Buffer) => {
		if (chunk.includes(controlC)) interrupt();
	};
	input.on('data', keys);
	input.setRawMode(true);
	try {
		return await askGraphics({tap, output}, {patience: plainPatience, ...options});
	} finally {
		tap.close();
		input.off('data', keys);
		input.setRawMode(wasRaw);
		input.pause();
	}
};

const controlC = '\u0003';
// Longer than with a screen: what comes later would stand on the command line as if it were typed.
const plainPatience = 2000;
