import {type History, seriesOf} from '../model/history.ts';
import type {MetricId} from '../model/metric.ts';
import {exactFrom, indexAfter, indexAt, type Series, timeAt} from '../model/series.ts';
import type {Effect} from './effect.ts';
import {chartMetric} from './metrics.ts';
import type {Asked, Compared, Detail, State} from './state.ts';
import {type Span, shiftOf, shownSpan} from './window.ts';

/**
 * Samples in the finest blocks that memory has instead of them; as many dot columns as a wide screen has; and the part
 * of a column that such a block may be as wide as before it shows.
 */
const [block, columns, share] = [16, 512, 1 / 32];

/** As many samples in sight, or more, are drawn the same from blocks. */
const mostSamples = (block * columns) / share;

/** Samples to each side of the cursor that are read again with the one it is on, where the charts need none. */
const aroundCursor = 2 ** 13;

/**
 * The state that has asked for samples of which memory has only extents, and what is to be read: what is in sight and half
 * as much to both sides where extents would show there, else what is around the cursor. What is already read or asked
 * for is not asked for again.
 */
export const withDetailAsked = (before: State): readonly [State, readonly Effect[]] => {
	const shown = {...shownSpan(before), cursor: before.view.cursor};
	const state = withoutStale(before, shown);
	const {other, detailAsked = {}} = state;
	const metrics = [chartMetric(state, 0), chartMetric(state, 1)].map(
		metric => metric?.id ?? state.source.inUse,
	);
	const own = lacking({...state, metrics, asked: detailAsked.own}, shown);
	const others = other && lacking(otherPart(other, detailAsked.other), moved(shown, -shiftOf(state)));
	if (!own && !others) return [state, []];
	return [
		{...state, detailAsked: {own: own ?? detailAsked.own, other: others ?? detailAsked.other}},
		[
			...(own ? [{type: 'readDetail', ...own, isOther: false} as const] : []),
			...(others ? [{type: 'readDetail', ...others, isOther: true} as const] : []),
		],
	];
};

/** What is still asked for of a recording when a part of it was read. */
export const withoutAsked = (
	asked: State['detailAsked'],
	read: Span,
	which: 'own' | 'other',
): Pick<State, 'detailAsked'> => {
	const wanted = asked?.[which];
	return wanted && covers(read, wanted) ? {detailAsked: {...asked, [which]: undefined}} : {};
};

/** The state that knows of what it asked for that it cannot be read: it does not ask again by itself. */
export const withAskedFailed = (
	state: State,
	{from, to, isOther}: Span & {readonly isOther: boolean},
): State => {
	const which = isOther ? 'other' : 'own';
	const asked = state.detailAsked?.[which];
	// What was asked for since then may still be read.
	if (asked?.from !== from || asked.to !== to) return state;
	return {...state, detailAsked: {...state.detailAsked, [which]: {...asked, hasFailed: true}}};
};

/** The state that may ask again for what could not be read. */
export const withoutFailed = (state: State): State => {
	const {own, other} = state.detailAsked ?? {};
	if (!own?.hasFailed && !other?.hasFailed) return state;
	const kept = (asked: Asked | undefined) => (asked?.hasFailed ? undefined : asked);
	return {...state, detailAsked: {own: kept(own), other: kept(other)}};
};

// Samples one by one are large: those go that the charts cannot be drawn from and the cursor is not on.
const withoutStale = (state: State, {from, to, cursor = Number.NaN}: Shown): State => {
	const {detail} = state;
	const isOf = (time: number): boolean => detail !== undefined && time >= detail.from && time <= detail.to;
	if (!detail || isOf(cursor)) return state;
	const isInSight = detail.from <= to && detail.to >= from;
	if (isInSight && to - from <= detail.to - detail.from) return state;
	const {detail: _detail, ...rest} = state;
	return rest;
};

/** A recording, and what of it was read again or asked for. */
type Part = {
	readonly history: History;
	/** Those that are drawn. */
	readonly metrics: readonly MetricId[];
	readonly detail?: Detail | undefined;
	readonly asked: Asked | undefined;
};

/** What is looked at, Unix seconds. */
type Shown = Span & {readonly cursor: number | undefined};

const otherPart = (other: Compared, asked: Asked | undefined): Part => ({
	...other,
	metrics: [other.source.inUse, other.source.system],
	asked,
});

const lacking = (part: Part, shown: Shown): Asked | undefined => {
	const drawn = part.metrics.map(id => seriesOf(part.history, id));
	const exact = exactOf(drawn);
	const isCoarse = shown.from < exact && countIn(drawn, shown) < mostSamples;
	return isCoarse ? lackingInSight(part, shown) : lackingAtCursor(part, shown.cursor);
};

// The charts draw from what was read again only where that is all of what is in sight.
const lackingInSight = (part: Part, {from, to}: Span): Asked | undefined => {
	const {start, end} = part.history;
	if (to <= start || isThere(part, {from: Math.max(from, start), to: Math.min(to, end)})) return undefined;
	const more = (to - from) / 2;
	return {from: Math.max(start, from - more), to: Math.min(end, to + more)};
};

// The table tells of every metric.
const lackingAtCursor = (part: Part, cursor: number | undefined): Asked | undefined => {
	const {start, end, series} = part.history;
	if (cursor === undefined || cursor < start || cursor >= exactOf(series.values())) return undefined;
	if (isThere(part, {from: cursor, to: cursor})) return undefined;
	const [main = ''] = part.metrics;
	return widened(seriesOf(part.history, main), cursor, {from: start, to: end});
};

const widened = (series: Series, time: number, {from, to}: Span): Asked => {
	const index = indexAt(series, time);
	const before = timeAt(series, Math.max(0, index - aroundCursor));
	const after = timeAt(series, Math.min(series.length - 1, index + aroundCursor));
	return {from: before > from ? before : from, to: after < to ? after : to};
};

const countIn = (drawn: readonly Series[], {from, to}: Span): number =>
	Math.max(...drawn.map(series => indexAfter(series, to) - indexAt(series, from)));

// From when on all of them have their samples one by one.
const exactOf = (all: Iterable<Series>): number => {
	let exact = Number.NEGATIVE_INFINITY;
	for (const series of all) exact = Math.max(exact, exactFrom(series));
	return exact;
};

const isThere = ({detail, asked}: Part, needed: Span): boolean =>
	asked?.hasFailed === true || covers(detail, needed) || covers(asked, needed);

const covers = (part: Span | undefined, needed: Span): boolean =>
	part !== undefined && part.from <= needed.from && part.to >= needed.to;

const moved = ({from, to, cursor}: Shown, by: number): Shown => ({
	from: from + by,
	to: to + by,
	cursor: cursor === undefined ? undefined : cursor + by,
});
