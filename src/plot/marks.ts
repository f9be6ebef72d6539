import {coloursOf} from './curves.ts';
import {labelRows} from './label-rows.ts';
import {colours, frameWidth, layoutOf} from './layout.ts';
import type {PictureMark} from './picture.ts';
import type {Recorded} from './recorded.ts';
import {fitted, textWidth} from './text-width.ts';
import type {View} from './view.ts';

/**
 * The marks of recordings that lie in the view, at most one a pixel; their words, as far as there is room, where they do
 * not run into each other's, in one of four rows. Of several recordings each mark has the colour of its own.
 */
export const marksIn = (recorded: readonly Recorded[], {range, fromStart, size}: View): PictureMark[] => {
	const {left, right} = frameWidth(size);
	const perPixel = (range.to - range.from || 1) / (right - left);
	const {scale} = layoutOf(size);
	const em = letterSize * scale;
	const placeOf = labelRows({left, right, rows, distance: 8 * scale});
	let last = Number.NEGATIVE_INFINITY;
	return placesIn(recorded, fromStart)
		.filter(({at}) => at >= range.from && at <= range.to)
		.flatMap((mark): PictureMark[] => {
			if (mark.at - last < perPixel) return [];
			last = mark.at;
			// Of half of the width there is always room on one side.
			const label = fitted(shortened(mark.label), (right - left) / 2 / em - 1);
			if (label === '') return [{...mark, place: undefined}];
			const at = left + (mark.at - range.from) / perPixel;
			return [{...mark, label, place: placeOf({at, width: textWidth(label) * em})}];
		});
};

const shortened = (text: string): string =>
	text.length <= longestLabel ? text : `${text.slice(0, longestLabel - 1)}…`;

/** Letters of a mark's words that are drawn. */
export const longestLabel = 40;

const placesIn = (recorded: readonly Recorded[], fromStart: boolean): Omit<PictureMark, 'place'>[] =>
	recorded
		.flatMap(({marks, extent}, index) => {
			const shift = fromStart ? (extent?.from ?? 0) : 0;
			const colour = recorded.length === 1 ? colours.mark : coloursOf(index, recorded.length).inUse;
			return marks.map(({time, label}) => ({at: time - shift, label, colour}));
		})
		.sort((one, other) => one.at - other.at);

const rows = 4;

// Pixels of an em in a picture of the default size.
const letterSize = 24;
