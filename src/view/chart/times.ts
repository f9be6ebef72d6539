import type {State} from '../../app/state.ts';
import {windowOf} from '../../app/window.ts';
import {clockText, dateText} from '../../model/local-time.ts';
import {type Cells, putText} from '../cells.ts';
import {clockLabels} from './clock-labels.ts';
import {columnAt, columnTime, type TimeAxis} from './columns.ts';
import {elapsedLabels, elapsedText} from './elapsed-labels.ts';
import {type TimeLabel, timeLabels} from './time-labels.ts';

/** Where the times stand: the first cell and the row, the axis they tell of, and the dot columns of a cell. */
export type TimesSpace = {
	readonly x: number;
	readonly y: number;
	readonly axis: TimeAxis;
	readonly across: number;
};

/**
 * Writes the times under a chart, in place: back from now while it follows what is watched; from their starts where two
 * recordings are laid over each other by those; of the clock otherwise, with the date under the vertical axis where it is not plain. The time of the
 * cursor stands under it.
 */
export const putTimes = (cells: Cells, state: State, {x, y, axis, across}: TimesSpace): void => {
	const labels = labelsOf(state, axis, across);
	const cursor = cursorLabel(state, axis, across);
	putText(cells, {x: 0, y}, {text: dateOf(state, axis), style: 'dim'});
	for (const label of labels) {
		if (!cursor || isApart(label, cursor))
			putText(cells, {x: x + label.x, y}, {text: label.text, style: 'dim'});
	}
	if (cursor) putText(cells, {x: x + cursor.x, y}, {text: cursor.text, style: 'cursor'});
};

const labelsOf = (state: State, axis: TimeAxis, across: number): readonly TimeLabel[] => {
	const cells = axis.columns / across;
	// In the middle of the first and the last column: a chart that stands still begins and ends there.
	const place = {start: columnTime(axis, 0.5), end: columnTime(axis, axis.columns - 0.5), cells};
	if (isFromStarts(state)) return elapsedLabels(place, state.history.start);
	if (isAtNow(state)) return timeLabels({cells, window: windowOf(state), edge: 'now'});
	return clockLabels(place);
};

const isFromStarts = ({other, view}: State): boolean => other !== undefined && view.align === 'start';

const isAtNow = ({view, viewed, ended}: State): boolean =>
	!viewed && !ended && view.edge === undefined && view.frozen === undefined;

// Of the left end. It takes no room from the times; in a recording of who knows when, the year belongs to it.
const dateOf = (state: State, axis: TimeAxis): string => {
	if (isFromStarts(state) || isAtNow(state)) return '';
	const [from, to] = [columnTime(axis, 0.5), columnTime(axis, axis.columns)].map(dateText);
	const isToday = from === to && to === dateText(state.now);
	return state.viewed || !isToday ? (from ?? '') : '';
};

const cursorLabel = (state: State, axis: TimeAxis, across: number): TimeLabel | undefined => {
	const {cursor} = state.view;
	if (cursor === undefined) return undefined;
	const column = columnAt(axis, cursor);
	if (column < 0 || column >= axis.columns) return undefined;
	const text = isFromStarts(state)
		? elapsedText(cursor - state.history.start, 0.001)
		: clockText(cursor, 'millisecond');
	const cells = axis.columns / across;
	const centred = Math.floor(column / across) - Math.floor(text.length / 2);
	return {x: Math.max(0, Math.min(cells - text.length, centred)), text};
};

const isApart = (one: TimeLabel, other: TimeLabel): boolean =>
	one.x + one.text.length < other.x || other.x + other.text.length < one.x;
