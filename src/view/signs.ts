import type {State} from '../app/state.ts';
import type {Glyphs} from './glyphs.ts';
import {type Span, span} from './style.ts';

/** What is drawn on the charts, and what it means; of what this screen can show. */
export const signs = (state: State, glyphs: Glyphs): readonly (readonly [sign: Span, meaning: string])[] => [
	[
		span(glyphs.landmark, 'mark'),
		'a mark, a switch of the source, a jump of the clock or an end; n goes there',
	],
	[span(glyphs.gap, 'gap'), 'a gap: samples are missing here, and the curve is broken'],
	[span(glyphs.shortGap, 'event'), 'a gap too short to be shaded'],
	[span(glyphs.border[1], 'cursor'), 'the cursor'],
	...(state.source.collections === undefined
		? []
		: ([
				[span(glyphs.mark, 'collection'), 'garbage was collected'],
				[span(glyphs.strongMark, 'fullCollection'), 'garbage of the whole heap was collected'],
			] as const)),
	...(state.other ? ([[span('- -', 'other'), 'B, the second recording; A is filled']] as const) : []),
];
