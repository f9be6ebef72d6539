import {textWidth} from './text-width.ts';

/** Where an entry of the legend stands: its row and its left edge, and how wide its words may be, in ems. */
export type EntryPlace = {readonly row: number; readonly left: number; readonly ems: number};

/** The room for entries, all in pixels of a picture of the default size. */
export type LegendRoom = {readonly width: number; readonly rows: number};

/**
 * Places entries one after the other in rows, each a third, half or all of a row wide. With more than there is room for,
 * `isWhole` is false, and the last ones have no place.
 */
export const legendPlaces = (
	labels: readonly string[],
	{width, rows}: LegendRoom,
): {readonly places: readonly EntryPlace[]; readonly isWhole: boolean} => {
	const places: EntryPlace[] = [];
	let [row, used] = [0, 0];
	for (const label of labels) {
		const needed = besideWords + textWidth(label) * letterSize;
		const share = shares.find(part => needed <= part * width) ?? 1;
		if (used + share > 1 + tiny) [row, used] = [row + 1, 0];
		if (row >= rows) break;
		places.push({row, left: used * width, ems: (share * width - besideWords) / letterSize});
		used += share;
	}
	return {places, isWhole: places.length === labels.length};
};

const shares = [1 / 3, 1 / 2, 1] as const;
const tiny = 1e-9;

// Pixels of an em, and of what an entry needs besides its words: its line, the room behind it, and room to the next one.
const letterSize = 24;
const besideWords = 64 + 32;
