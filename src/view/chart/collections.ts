import type {State} from '../../app/state.ts';
import {type History, seriesOf} from '../../model/history.ts';
import type {MetricId} from '../../model/metric.ts';
import {indexAt, type Series, valueAt} from '../../model/series.ts';
import {columnsOf, columnTime, type TimeAxis} from './columns.ts';
import {drawnHistory} from './drawn-history.ts';

/** What the cells of a chart stand for: its axis, and the dot columns of a cell. */
export type CollectionSpace = {readonly axis: TimeAxis; readonly across: number};

/** Cells of a chart, counted from the left, in which collections were counted: any, and of the whole heap. */
export type CollectionCells = {readonly any: readonly number[]; readonly full: readonly number[]};

/**
 * The cells in which the runtime's own count of its collections grew; undefined where it does not count them.
 */
export const collectionCells = (
	state: State,
	{axis, across}: CollectionSpace,
): CollectionCells | undefined => {
	const {collections = [], fullCollections = []} = state.source;
	if (!collections.some(id => state.history.series.has(id))) return undefined;
	const cellsOf = (counts: readonly MetricId[]): readonly number[] => {
		const columns = counts.flatMap(id =>
			grownColumns(drawnHistory(state, id, axis), id, {axis, until: state.view.frozen?.time}),
		);
		const cells = new Set(columns.map(column => Math.floor(column / across)));
		return [...cells].sort((one, other) => one - other);
	};
	return {any: cellsOf(collections), full: cellsOf(fullCollections)};
};

const grownColumns = (
	history: History,
	id: MetricId,
	{axis, until}: {axis: TimeAxis; until: number | undefined},
): readonly number[] => {
	const series = seriesOf(history, id);
	const {first, max, last} = columnsOf(series, axis, until);
	const grown: number[] = [];
	let before = countBefore(series, columnTime(axis, 0));
	last.forEach((count, column) => {
		if (Number.isNaN(count)) return;
		const known = Number.isNaN(before) ? (first[column] ?? Number.NaN) : before;
		if ((max[column] ?? Number.NaN) > known) grown.push(column);
		before = count;
	});
	return grown;
};

const countBefore = (series: Series, time: number): number => valueAt(series, indexAt(series, time) - 1);
