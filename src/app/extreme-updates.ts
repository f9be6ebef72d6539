import {type History, seriesOf} from '../model/history.ts';
import {clockText} from '../model/local-time.ts';
import {exactStart, indexAfter, indexAt, timeAt} from '../model/series.ts';
import type {KeyAction} from './action.ts';
import {told, type Update, withView} from './change.ts';
import {extremeIn} from './extreme.ts';
import {chartMetric} from './metrics.ts';
import {shownSource} from './shown-source.ts';
import type {Detail, Sought, State} from './state.ts';
import {type Span, shownSpan} from './window.ts';

type Key<Type extends KeyAction['type']> = Extract<KeyAction, {type: Type}>;

/** What the keys do that go to the highest and the lowest value in sight. */
export const extremeUpdates = {
	extremeSought: (state: State, {which}: Key<'extremeSought'>): Update => {
		const metric = chartMetric({...state, source: shownSource(state)}, state.view.selected);
		const shown = shownSpan(state);
		const found = metric && soughtIn(historyFor(state, shown), {id: metric.id, which, ...shown});
		if (!metric || !found) return told(state, 'there is no sample in sight');
		const moved = withView(state, {cursor: found.from});
		const next = found.to > found.from ? withSoughtFound({...moved, sought: found}) : moved;
		const at = clockText(next.view.cursor ?? found.from);
		return told(next, `${which} ${metric.label} in sight, at ${at}`);
	},
};

/** The state in which no value is sought any more. */
export const withoutSought = ({sought: _sought, ...state}: State): State => state;

/** The state with the cursor on the very sample that is sought, where those of its block are read again. */
export const withSoughtFound = (state: State): State => {
	const {sought, detail} = state;
	if (!sought || !covers(detail, sought)) return state;
	const found = soughtIn(detail.history, sought);
	return withoutSought(found ? withView(state, {cursor: found.from}) : state);
};

// From when to when it lies: one moment where the sample itself is kept, that of its block otherwise.
const soughtIn = (history: History, {id, which, from, to}: Sought): Sought | undefined => {
	const series = seriesOf(history, id);
	const range = [indexAt(series, from - halfStamp), indexAfter(series, to + halfStamp)] as const;
	const index = extremeIn(series, range, which);
	if (index === undefined) return undefined;
	const time = timeAt(series, index);
	if (index >= exactStart(series)) return {id, which, from: time, to: time};
	const next = indexAfter(series, time);
	return {id, which, from: time, to: next < series.length ? timeAt(series, next) : history.end};
};

// Seconds: half of the finest step between two stamps.
const halfStamp = 5e-7;

const historyFor = ({history, detail}: State, shown: Span): History =>
	covers(detail, shown) ? detail.history : history;

const covers = (detail: Detail | undefined, {from, to}: Span): detail is Detail =>
	detail !== undefined && detail.from <= from && detail.to >= to;
