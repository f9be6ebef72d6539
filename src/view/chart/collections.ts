import type {State} from '../../app/state.ts';
import {seriesOf} from '../../model/history.ts';
import {indexAt, type Series, valueAt} from '../../model/series.ts';
import {columnsOf, columnTime, type TimeAxis} from './columns.ts';

/** What the cells of a chart stand for: its axis, and the dot columns of a cell. */
export type CollectionSpace = {readonly axis: TimeAxis; readonly across: number};

/**
 * The cells of a chart, counted from the left, in which the runtime's own count of its collections grew; undefined where
 * it does not count them.
 */
export const collectionCells = (
	state: State,
	{axis, across}: CollectionSpace,
): readonly number[] | undefined => {
	const counted = (state.source.collections ?? []).filter(id => state.history.series.has(id));
	if (counted.length === 0) return undefined;
	const cells = new Set<number>();
	for (const id of counted) {
		for (const column of grownColumns(seriesOf(state.history, id), axis, state.view.frozen?.time)) {
			cells.add(Math.floor(column / across));
		}
	}
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
