import {withView} from './change.ts';
import type {State} from './state.ts';
import {shownSpan, spanOf, windowOf} from './window.ts';

/** Dot columns of a chart, about: the state does not know how many there are. */
const columns = 240;

/** Seconds of about one dot column of the charts. */
export const columnWidth = (state: State): number => windowOf(state) / columns;

/**
 * The state with the charts ending at a time, within what there is: they do not begin before the first sample, and follow
 * the newest one where they would reach it.
 */
export const withEdge = (state: State, time: number): State => {
	const {from, to} = spanOf(state);
	const window = windowOf(state);
	const edge = Math.max(time, Math.min(to, from + window));
	if (!(edge < to)) return following(state);
	return withView(state, {edge, ...(state.view.window === undefined && {window, isWindowHeld: true})});
};

/** The state with charts that follow the newest sample; those of a frozen view stay where it was frozen. */
export const following = (state: State): State => {
	const {edge: _edge, isWindowHeld, window, ...view} = state.view;
	return {...state, view: isWindowHeld || window === undefined ? view : {...view, window}};
};

/** True where the charts show a time, give or take a column. */
export const isInSight = (state: State, time: number): boolean => {
	const {from, to} = shownSpan(state);
	const margin = columnWidth(state);
	return time >= from - margin && time <= to + margin;
};

/** The state with its charts moved just so far that they show a time. */
export const broughtInSight = (state: State, time: number): State => {
	const {from, to} = shownSpan(state);
	const margin = columnWidth(state);
	if (time < from) return withEdge(state, time - margin + windowOf(state));
	return time > to ? withEdge(state, time + margin) : state;
};
