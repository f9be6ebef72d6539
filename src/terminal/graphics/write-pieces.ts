/**
 * Writes one piece after the other, each when the terminal has taken most of those before; false when it was given up
 * between two of them.
 */
export const writePieces = async (
	output: NodeJS.WriteStream,
	pieces: readonly (string | Uint8Array)[],
	signal: AbortSignal,
): Promise<boolean> => {
	for (const piece of pieces) {
		if (signal.aborted) return false;
		if (!output.write(piece)) await drain(output, signal);
	}
	return !signal.aborted;
};

const drain = (output: NodeJS.WriteStream, signal: AbortSignal): Promise<void> =>
	new Promise(resolve => {
		const go = () => {
			for (const event of events) output.off(event, go);
			signal.removeEventListener('abort', go);
			resolve();
		};
		for (const event of events) output.on(event, go);
		signal.addEventListener('abort', go);
	});

const events = ['drain', 'close'] as const;
