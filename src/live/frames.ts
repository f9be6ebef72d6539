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
	let timer: NodeJS.Timeout | undefined;
	return {
		ask: () => {
			if (timer) return;
			const wait = last + spacing - clock.monotonic();
			if (wait <= 0) drawNow();
			else timer = setTimeout(drawNow, wait);
		},
		stop: () => clearTimeout(timer),
	};

	function drawNow(): void {
		timer = undefined;
		if (draw()) last = clock.monotonic();
	}
};
