/**
 * Makes writes to a terminal return at once, whether or not it takes them: with Node's default a terminal that does
 * not read stops the whole program, signal handlers included. Node opens the terminal anew for itself, so the shell's
 * own descriptor stays as it was.
 */
export const setNonBlocking = (output: NodeJS.WriteStream): void => {
	const {_handle: handle} = output as {_handle?: {setBlocking?: (isBlocking: boolean) => void}};
	handle?.setBlocking?.(false);
};

/** Waits until everything written was taken, for at most `patience` milliseconds. */
export const drained = (output: NodeJS.WriteStream, patience: number): Promise<void> =>
	new Promise(resolve => {
		const timer = setTimeout(resolve, patience);
		output.write('', () => {
			clearTimeout(timer);
			resolve();
		});
	});
