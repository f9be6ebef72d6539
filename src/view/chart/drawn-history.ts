import type {Detail, State} from '../../app/state.ts';
import type {History} from '../../model/history.ts';
import type {MetricId} from '../../model/metric.ts';
import {columnTime, type TimeAxis} from './columns.ts';

/** The samples a curve is drawn from: one by one as they were read again, where those cover its axis. */
export const drawnHistory = (
	{history, detail}: Pick<State, 'history' | 'detail'>,
	id: MetricId,
	axis: TimeAxis,
): History => {
	if (!detail?.history.series.has(id)) return history;
	// The axis goes on past what was asked for, to the ends of its first and its last cell.
	const from = Math.max(columnTime(axis, 2), history.start);
	const to = Math.min(columnTime(axis, axis.columns - 2), history.end);
	return covers(detail, from, to) ? detail.history : history;
};

const covers = (detail: Detail, from: number, to: number): boolean => detail.from <= from && detail.to >= to;
