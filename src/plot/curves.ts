import {colours, recordingColours} from './layout.ts';
import type {Curve} from './picture.ts';
import type {Recorded} from './recorded.ts';

/** The colours of the lines of a recording: one for each line where there is one recording, else one for all of them. */
export const coloursOf = (index: number, count: number) => {
	if (count === 1) return {inUse: colours.inUse, system: colours.system, rss: colours.rss};
	const colour = recordingColours[index % recordingColours.length] ?? colours.inUse;
	return {inUse: colour, system: colour, rss: colour};
};

/** The curves of recordings that have a value, system on the side that is asked for. */
export const curvesOf = (recorded: readonly Recorded[], side: Curve['side']): Curve[] =>
	recorded
		.flatMap(({inUse, system, rss, hasRssApart}, index): Curve[] => {
			const colour = coloursOf(index, recorded.length);
			return [
				{...inUse, style: 'solid', colour: colour.inUse, side: 'left'},
				{...system, style: 'dashed', colour: colour.system, side},
				...(hasRssApart ? [{...rss, style: 'thin', colour: colour.rss, side: 'left'} as const] : []),
			];
		})
		.filter(({y}) => y.some(Number.isFinite));
