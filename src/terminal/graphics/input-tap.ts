/** One who sees what comes from a terminal before those who listen to it. */
export type Channel = {
	/** Hands bytes on to the next, and at last to those who listen. */
	readonly pass: (bytes: string) => void;
	readonly close: () => void;
};

/** A way into what comes from a terminal. Bytes are characters of a string, one each. */
export type InputTap = {
	/** Gives everything that comes to `take` instead, before or after all others, until the channel is closed. */
	readonly open: (take: (bytes: string) => void, place: 'first' | 'last') => Channel;
	/** Closes every channel. */
	readonly close: () => void;
};

/** Taps the input of a terminal: those who listen to its data are left alone as long as no channel is open. */
export const tapInput = (input: NodeJS.ReadStream): InputTap => {
	type Taker = (bytes: string) => void;
	let takers: readonly Taker[] = [];
	let listeners: readonly ((chunk: Buffer) => void)[] = [];
	return {open, close: () => set([])};

	function open(take: Taker, place: 'first' | 'last'): Channel {
		set(place === 'first' ? [take, ...takers] : [...takers, take]);
		return {
			pass: bytes => hand(bytes, takers.indexOf(take) + 1),
			close: () => set(takers.filter(taker => taker !== take)),
		};
	}

	function hand(bytes: string, index: number): void {
		const taker = takers[index];
		if (bytes === '') return;
		if (taker) taker(bytes);
		else for (const listener of listeners) listener.call(input, Buffer.from(bytes, 'latin1'));
	}

	function read(chunk: Buffer): void {
		hand(chunk.toString('latin1'), 0);
	}

	function set(next: readonly Taker[]): void {
		const wasOpen = takers.length > 0;
		takers = next;
		if (wasOpen === next.length > 0) return;
		if (wasOpen) giveBack();
		else takeOver();
	}

	function takeOver(): void {
		listeners = input.listeners('data') as ((chunk: Buffer) => void)[];
		for (const listener of listeners) input.off('data', listener);
		input.on('data', read);
	}

	function giveBack(): void {
		input.off('data', read);
		for (const listener of listeners) input.on('data', listener);
	}
};
