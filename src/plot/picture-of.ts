import {formatDuration} from '../model/duration.ts';
import {type ByteAxis, byteAxis, intervalsOf, type Range} from './byte-axis.ts';
import {curvesOf} from './curves.ts';
import {gapsIn} from './gaps.ts';
import {frameWidth, labelRoom} from './layout.ts';
import {legendOf, nameOf} from './legend.ts';
import {spanText} from './local-time.ts';
import {marksIn} from './marks.ts';
import type {Picture} from './picture.ts';
import type {PixelColumns} from './pixel-columns.ts';
import type {Recorded} from './recorded.ts';
import {startAxis, timeAxis, withRoom} from './time-axis.ts';
import type {View} from './view.ts';

/** The columns of pixels that a view is drawn in. */
export const columnsOf = ({range, size}: Pick<View, 'range' | 'size'>): PixelColumns => {
	const {left, right} = frameWidth(size);
	return {range: withRoom(range), count: right - left + 1, before: left};
};

/** Composes the picture of recordings that were reduced for the columns of this view. */
export const pictureOf = (recorded: readonly Recorded[], view: View): Picture => {
	const {range, fromStart, size, utcOffset, now} = view;
	const axes = byteAxes(recorded);
	return {
		size,
		heading: headingOf(recorded),
		span: fromStart ? sinceStartText(range) : spanText(range, utcOffset),
		time: fromStart ? startAxis(range, labelRoom(size)) : timeAxis(range, utcOffset, labelRoom(size)),
		...axes,
		hasColouredAxes: axes.right !== undefined && recorded.length === 1,
		curves: curvesOf(recorded, axes.right ? 'right' : 'left'),
		legend: legendOf(recorded, {hasRight: axes.right !== undefined, utcOffset, now}),
		gaps: gapsOf(recorded, view),
		marks: marksIn(recorded, view),
	};
};

const sinceStartText = ({from, to}: Range): string =>
	from > 0
		? `${formatDuration(from)} to ${formatDuration(to)} after the start`
		: `the first ${formatDuration(to - from)}`;

const gapsOf = (recorded: readonly Recorded[], view: View): Range[] => {
	const {range, count} = columnsOf(view);
	const curves = recorded.map(({system}) => system);
	return gapsIn(curves, (range.to - range.from) / count)
		.map(({from, to}) => ({from: Math.max(from, range.from), to: Math.min(to, range.to)}))
		.filter(({from, to}) => from < to);
};

const headingOf = (recorded: readonly Recorded[]): string => {
	const [first, ...others] = recorded;
	if (!first) return 'no recording';
	if (others.length === 0)
		return first.header ? `${nameOf(first)} · ${first.sourceLabels.source}` : first.name;
	const names = [...new Set(recorded.map(({header, name}) => header?.name ?? name))];
	return `${names.slice(0, 4).join(', ')}${names.length > 4 ? ' …' : ''} · ${recorded.length} recordings`;
};

// What is address space is measured by another scale than what is used of it: four times as high, and the lower curve
// would get less than a quarter of the picture. Where both are of one heap, they are to be compared.
const byteAxes = (recorded: readonly Recorded[]): {left: ByteAxis; right?: ByteAxis} => {
	const isHeap = recorded.some(({header}) => (header?.source ?? 'os') !== 'os');
	const low = Math.max(
		0,
		...recorded.map(({inUse, rss, hasRssApart}) => Math.max(inUse.highest, hasRssApart ? rss.highest : 0)),
	);
	const high = Math.max(0, ...recorded.map(({system}) => system.highest));
	if (low === 0 || high <= (isHeap ? 20 : 4) * low) return {left: byteAxis(Math.max(low, high))};
	const left = byteAxis(low);
	return {left, right: byteAxis(high, intervalsOf(left))};
};
