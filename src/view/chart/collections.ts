import type {State} from '../../app/state.ts';
import {seriesOf} from '../../model/history.ts';
import type {MetricId} from '../../model/metric.ts';
import {indexAt, type Series, valueAt} from '../../model/series.ts';
import {columnsOf, columnTime, type TimeAxis} from './columns.ts';

/** What the cells of a chart stand for: its axis, and the dot columns of a cell. */
export type CollectionSpace = {readonly axis: TimeAxis; readonly across: number};

/** Cells of a chart, counted from the left, in which collections were counted: any, and of the whole heap. */
export type CollectionCells = {readonly any: readonly number[]; readonly full: readonly number[]};

/**
 * The cells in which the runtime's own count of its collections grew; undefined where it does not count them.
 */
export const collectionCells = (state: State, space: CollectionSpace): CollectionCells | undefined => {
	const {collections = [], fullCollections = []} = state.source;
	if (!collections.some(id => state.history.series.has(id))) return undefined;
	return {any: grownCells(state, collections, space), full: grownCells(state, fullCollections, space)};
};

const grownCells = (
	{history, view}: State,
	counts: readonly MetricId[],
	{axis, across}: CollectionSpace,
): readonly number[] => {
	const columns = counts.flatMap(id => grownColumns(seriesOf(history, id), axis, view.frozen?.time));
	const cells = new Set(columns.map(column => Math.floor(column / across)));
	return [...cells].sort((one, other) => one - other);
};

const grownColumns = (series: Series, axis: TimeAxis, until: number | undefined): readonly number[] => {
	let before = valueAt(series, indexAt(series, columnTime(axis, 0)) - 1);
	return columnsOf(series, axis, until).flatMap(({first, max, last}, column) => {
		if (Number.isNaN(last)) return [];
		const hasGrown = max > (Number.isNaN(before) ? first : before);
		before = last;
		return hasGrown ? [column] : [];
	});
};
