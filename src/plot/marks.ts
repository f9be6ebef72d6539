import {coloursOf} from './curves.ts';
import {colours, frameWidth, layoutOf} from './layout.ts';
import type {PictureMark} from './picture.ts';
import type {Recorded} from './recorded.ts';
import type {View} from './view.ts';

/**
 * The marks of recordings that lie in the view, at most one a pixel; their words, as far as there is room, where they do
 * not run into each other's, in one of four rows. Of several recordings each mark has the colour of its own.
 */
export const marksIn = (recorded: readonly Recorded[], {range, fromStart, size}: View): PictureMark[] => {
	const {left, right} = frameWidth(size);
	const pixel = (range.to - range.from || 1) / (right - left);
	const letter = letterWidth * layoutOf(size).scale * pixel;
	const edge = range.to + left * pixel;
	const rowEnds: number[] = new Array(rows).fill(Number.NEGATIVE_INFINITY);
	let last = Number.NEGATIVE_INFINITY;
	return placesIn(recorded, fromStart)
		.filter(({at}) => at >= range.from && at <= range.to)
		.flatMap(({at, label, colour}): PictureMark[] => {
			if (at - last < pixel) return [];
			last = at;
			const words = shortened(label, Math.min(longestLabel, Math.floor((edge - at) / letter) - 1));
			const row = words === '' ? -1 : rowEnds.findIndex(end => end < at);
			if (row < 0) return [{at, label: words, row: undefined, colour}];
			rowEnds[row] = at + (words.length + 3) * letter;
			return [{at, label: words, row, colour}];
		});
};

const shortened = (text: string, letters: number): string =>
	text.length <= letters ? text : `${text.slice(0, Math.max(0, letters - 1))}…`;

/** Letters of a mark's words that are drawn. */
export const longestLabel = 40;

const placesIn = (recorded: readonly Recorded[], fromStart: boolean): Omit<PictureMark, 'row'>[] =>
	recorded
		.flatMap(({marks, extent}, index) => {
			const shift = fromStart ? (extent?.from ?? 0) : 0;
			const colour = recorded.length === 1 ? colours.mark : coloursOf(index, recorded.length).inUse;
			return marks.map(({time, label}) => ({at: time - shift, label, colour}));
		})
		.sort((one, other) => one.at - other.at);

const rows = 4;

// Pixels of a picture of the default size, about.
const letterWidth = 13;
