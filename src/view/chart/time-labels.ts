import {formatDuration} from '../../model/duration.ts';

/** A label under a chart and the cell it begins at. */
export type TimeLabel = {readonly x: number; readonly text: string};

/** What time labels are made for: cells across, seconds across, and what the right edge is called. */
export type TimeLabelNeeds = {readonly cells: number; readonly window: number; readonly edge: string};

/** Labels that count back from the right edge: the left end, the middle where there is room, and the edge itself. */
export const timeLabels = ({cells, window, edge}: TimeLabelNeeds): readonly TimeLabel[] => {
	const right = {x: cells - edge.length, text: edge};
	const left = {x: 0, text: back(window)};
	const inner = [0.25, 0.5, 0.75].map(share => {
		const text = back(window * (1 - share));
		return {x: Math.round(cells * share - text.length / 2), text};
	});
	const middle = cells >= 64 ? inner : inner.slice(1, 2);
	return withoutOverlap([left, ...middle, right]);
};

// Below a minute to the hundredth, since a label names the very place where it stands.
const back = (seconds: number): string =>
	seconds < 60 ? `-${Math.round(seconds * 100) / 100}s` : `-${formatDuration(seconds).replaceAll(' ', '')}`;

// The ends are worth more than the middle.
const withoutOverlap = (labels: readonly TimeLabel[]): readonly TimeLabel[] => {
	const right = labels.at(-1);
	return labels.filter((label, index) => {
		const before = labels[index - 1];
		const clearOfLeft = !before || index === labels.length - 1 || label.x > before.x + before.text.length;
		const clearOfRight = label === right || !right || label.x + label.text.length < right.x;
		return clearOfLeft && clearOfRight;
	});
};
