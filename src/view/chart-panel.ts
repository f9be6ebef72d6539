import type {State} from '../app/state.ts';
import type {Cells} from './cells.ts';
import {axisOf, chart, gutter} from './chart/chart.ts';
import {collectionCells} from './chart/collections.ts';
import {chartTitles} from './chart-titles.ts';
import type {Glyphs} from './glyphs.ts';
import {type Marks, panel} from './panel.ts';
import {type Span, span} from './style.ts';

/** What a chart panel is drawn into, in cells with its frame. */
export type PanelSpace = {readonly width: number; readonly height: number; readonly glyphs: Glyphs};

/** A framed chart: what it shows on the left of its title, its value and change on the right. */
export const chartPanel = (state: State, index: 0 | 1, {width, height, glyphs}: PanelSpace): Cells => {
	const content = chart(state, index, {
		width: width - 2,
		height: height - 2,
		glyphs,
		hasTimeLabels: index === 1 || height > 12,
	});
	const isSelected = state.view.selected === index;
	return panel(glyphs, {
		width,
		height,
		...chartTitles(state, index, {width, glyphs}),
		content,
		...(index === 0 && {marks: collectionMarks(state, width, glyphs)}),
		style: isSelected ? 'borderSelected' : 'border',
	});
};

// On the border below the chart they hide nothing of it.
const collectionMarks = (state: State, width: number, glyphs: Glyphs): Marks | undefined => {
	const cells = width - 2 - gutter;
	if (cells < 2) return undefined;
	const counted = collectionCells(state, {axis: axisOf(state, cells, glyphs), across: glyphs.dots[0]});
	if (!counted) return undefined;
	const [any, full] = [span(glyphs.mark, 'collection'), span(glyphs.strongMark, 'fullCollection')];
	const marksOf = (cells: readonly number[], glyph: Span) =>
		cells.map(cell => ({column: cell + 1 + gutter, glyph}));
	const {fullCollections = []} = state.source;
	const fullLegend = fullCollections.length > 0 ? [span(' '), full, span(' full', 'dim')] : [span(' ')];
	return {
		marks: [...marksOf(counted.any, any), ...marksOf(counted.full, full)],
		legend: [any, span(' GC', 'dim'), ...fullLegend],
	};
};
