import type {Clock} from '../model/clock.ts';

/** Draws at most ten times a second, and only when something has changed. */
export type Frames = {
	/** Something changed: a frame is due. */
	readonly ask: () => void;
	readonly stop: () => void;
};

// A little under a tenth of a second: sampling at 10 Hz jitters, and each of its frames is to be drawn at once.
const spacing = 92;

/** Frames drawn by `draw`, which says whether the frame went out; one that was dropped waits for the next `ask`. */
export const createFrames = (draw: () => boolean, clock: Clock): Frames => {
	let last = Number.NEGATIVE_INFINITY;
	let cancel: (() => void) | undefined;
	return {
		ask: () => {
			cancel ??= schedule(Math.max(0, last + spacing - clock.monotonic()));
		},
		stop: () => cancel?.(),
	};

	// Never at once: what happens together, as a watch that opens and its first sample, is one frame.
	function schedule(wait: number): () => void {
		if (wait === 0) {
			let isOff = false;
			process.nextTick(() => isOff || drawNow());
			return () => {
				isOff = true;
			};
		}
		const timer = setTimeout(drawNow, wait);
		return () => clearTimeout(timer);
	}

	function drawNow(): void {
		cancel = undefined;
		if (draw()) last = clock.monotonic();
	}
};
