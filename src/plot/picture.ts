import type {RecordingHeader} from '../model/entry.ts';
import {type ByteAxis, byteAxis, intervalsOf, type Range} from './byte-axis.ts';
import {gapsIn} from './gaps.ts';
import {colours, frameOf} from './layout.ts';
import {spanText} from './local-time.ts';
import type {Recorded, SourceLabels} from './recorded.ts';
import {type Points, reduceCurve} from './reduce.ts';
import {extentOf, highestOf, placesFrom} from './row-extent.ts';
import {type TimeAxis, timeAxis} from './time-axis.ts';

/** A line of a picture. */
export type Curve = Points & {
	/** For the legend, for example `In use · Go Alloc`. */
	readonly label: string;
	readonly style: 'solid' | 'dashed' | 'thin';
	/** `#rrggbb`. */
	readonly colour: string;
	/** Which axis of bytes its `y` (bytes) belongs to; its `x` is in seconds since the origin of the time axis. */
	readonly side: 'left' | 'right';
};

/** A recording drawn, as plain data: what gnuplot or the SVG writer then puts on paper. */
export type Picture = {
	/** Process, pid and source: `prometheus · pid 4242 · Go 1.19.8`. */
	readonly heading: string;
	/** From when to when. */
	readonly span: string;
	readonly time: TimeAxis;
	readonly left: ByteAxis;
	/** Where `system` is far above `in use`, as an address space is, it has an axis of its own. */
	readonly right?: ByteAxis;
	readonly curves: readonly Curve[];
	/** Stretches without samples that are wide enough to be seen, in seconds since the origin. */
	readonly gaps: readonly Range[];
	readonly marks: readonly {readonly at: number; readonly label: string}[];
};

/**
 * Composes the picture of a recording, its curves reduced to what the pixels of a picture in a file can show.
 * `utcOffset` is in minutes east of UTC.
 */
export const pictureOf = (recorded: Recorded, utcOffset: number): Picture => {
	const span = extentOf(recorded.time) ?? {from: 0, to: 0};
	const time = timeAxis(span, utcOffset);
	const x = placesFrom(recorded.time, span.from);
	const axes = byteAxes(recorded);
	const columns = frameOf(axes).right - frameOf(axes).left;
	return {
		heading: headingOf(recorded.sourceLabels, recorded.header),
		span: spanText(span, utcOffset),
		time,
		...axes,
		curves: curvesOf(recorded, axes.right ? 'right' : 'left')
			.map(curve => ({...curve, ...reduceCurve(brokenWhere(x, curve.y), {...time.range, columns})}))
			.filter(curve => curve.y.some(Number.isFinite)),
		gaps: gapsIn({x, y: recorded.system}, (time.range.to - time.range.from) / columns),
		marks: (recorded.marks ?? []).map(mark => ({at: mark.time - span.from, label: mark.label})),
	};
};

const headingOf = ({source}: SourceLabels, header: RecordingHeader | undefined): string =>
	header ? `${header.name} · pid ${header.pid} · ${source}` : source;

// What is address space is measured by another scale than what is used of it: four times as high, and the lower curve
// would get less than a quarter of the picture. Where both are of one heap, they are to be compared.
const byteAxes = ({inUse, system, rss, header}: Recorded): {left: ByteAxis; right?: ByteAxis} => {
	const most = (header?.source ?? 'os') === 'os' ? 4 : 20;
	const low = Math.max(highestOf(inUse), rss ? highestOf(rss) : 0);
	const high = highestOf(system);
	if (low === 0 || high <= most * low) return {left: byteAxis(Math.max(low, high))};
	const left = byteAxis(low);
	return {left, right: byteAxis(high, intervalsOf(left))};
};

type Drawn = Omit<Curve, 'x'>;

const curvesOf = ({inUse, system, rss, sourceLabels}: Recorded, side: Curve['side']): Drawn[] => {
	const place = side === 'right' ? ' (right axis)' : '';
	return [
		{...styles.inUse, label: `In use · ${sourceLabels.inUse}`, y: inUse, side: 'left'},
		{...styles.system, label: `System · ${sourceLabels.system}${place}`, y: system, side},
		...(rss ? [{...styles.rss, label: 'RSS', y: rss, side: 'left'} as const] : []),
	];
};

const styles = {
	inUse: {style: 'solid', colour: colours.inUse},
	system: {style: 'dashed', colour: colours.system},
	rss: {style: 'thin', colour: colours.rss},
} as const;

const brokenWhere = (x: Float64Array, y: Float64Array): Points =>
	x.some(Number.isNaN) ? {x, y: y.map((value, row) => (Number.isNaN(x[row]) ? Number.NaN : value))} : {x, y};
