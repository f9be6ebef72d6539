import type {Tell} from './progress-of.ts';

/** A line that tells how far some work is. */
export type ProgressLine = {
	/** For `readFigure`. */
	readonly tell: Tell;
	/** Says a word in its place, for work that cannot be measured. */
	readonly say: (word: string) => void;
	/** Removes it for good. */
	readonly clear: () => void;
};

/** A line that is written, to a terminal, from half a second on, and at most ten times a second. */
export const progressLine = (write: (text: string) => void, now = () => performance.now()): ProgressLine => {
	const start = now();
	let [shown, isDone] = [start + delay - spacing, false];
	const draw = (text: string): void => {
		if (isDone || now() - shown < spacing) return;
		shown = now();
		write(`${back}${text}`);
	};
	return {
		tell: (bytes, all) => {
			const percent = Math.min(100, Math.floor((100 * bytes) / Math.max(1, all)));
			const pace = Math.round(bytes / 1000 / Math.max(1, now() - start));
			draw(`reading ${percent}% · ${pace} MB/s`);
		},
		say: draw,
		clear: () => {
			if (!isDone && shown >= start + delay) write(back);
			isDone = true;
		},
	};
};

// To the first column, and the line cleared.
const back = '\r\u001b[K';

// Milliseconds.
const delay = 500;
const spacing = 100;
