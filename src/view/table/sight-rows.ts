import type {State} from '../../app/state.ts';
import {shownSpan, spanOf} from '../../app/window.ts';
import {type History, seriesOf} from '../../model/history.ts';
import type {MetricId} from '../../model/metric.ts';
import {type Extent, extentOf, indexAfter, indexAt} from '../../model/series.ts';
import {formatValue} from '../number.ts';
import type {Line} from '../style.ts';
import {labelCell, valueCell} from './cell.ts';

/**
 * Rows of the smallest and largest in use and system of what is in sight, where that is a part of what there is; none while
 * the charts only go on with a watch, whose figures are those of all of it.
 */
export const sightRows = (state: State): readonly Line[] => {
	if (!isPart(state)) return [];
	const pair = [extentInSight(state, state.source.inUse), extentInSight(state, state.source.system)];
	return (['min', 'max'] as const).map(figure => [
		labelCell(`${figure} in sight`),
		...pair.map(extent => valueCell(formatValue(extent[figure], 'bytes'))),
	]);
};

const isPart = (state: State): boolean => {
	const {view, viewed} = state;
	const isLookedAt = viewed !== undefined || view.edge !== undefined || view.cursor !== undefined;
	const [shown, all] = [shownSpan(state), spanOf(state)];
	return isLookedAt && (shown.from > all.from || shown.to < all.to);
};

const extentInSight = (state: State, id: MetricId): Extent => {
	const {from, to} = shownSpan(state);
	const series = seriesOf(historyFor(state, from, to), id);
	const range = [indexAt(series, from - halfStamp), indexAfter(series, to + halfStamp)] as const;
	return extentOf(series, range, {min: Number.NaN, max: Number.NaN});
};

// Seconds: half of the finest step between two stamps.
const halfStamp = 5e-7;

const historyFor = ({history, detail}: State, from: number, to: number): History =>
	detail && detail.from <= Math.max(from, history.start) && detail.to >= Math.min(to, history.end)
		? detail.history
		: history;
