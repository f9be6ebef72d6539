import {rungFor, windows} from './ladder.ts';
import type {State} from './state.ts';

/** From when to when, Unix seconds. */
export type Span = {readonly from: number; readonly to: number};

/** The window that is as long as all there is to be looked at, and grows with it. */
export const wholeWindow = Number.POSITIVE_INFINITY;

/** Seconds across the charts. */
export const windowOf = (state: State): number => {
	const {window} = state.view;
	if (window === undefined) return usualWindow(state);
	return window === wholeWindow ? wholeLength(state) : window;
};

/**
 * Seconds across the charts until the user zooms: of a log all of it. Of a watch it follows the length, so that the
 * first minute is not a sliver at the right edge: from 60 to 300 intervals, at least ten seconds.
 */
export const usualWindow = (state: State): number => {
	if (state.viewed) return wholeLength(state);
	const {from, to} = spanOf(state);
	const elapsed = Number.isNaN(to) ? 0 : to - from;
	const smallest = rungFor(windows, Math.max(10, 60 * state.interval));
	const largest = rungFor(windows, Math.max(10, 300 * state.interval));
	return Math.min(largest, Math.max(smallest, rungFor(windows, elapsed)));
};

/** Seconds of all there is to be looked at, at least the shortest window. */
export const wholeLength = (state: State): number => {
	const {from, to} = spanOf(state);
	return Math.max(windows[0], to - from || 0);
};

/**
 * All there is to be looked at, a second recording included; both NaN before the first sample. A frozen view ends where
 * it was frozen.
 */
export const spanOf = (state: State): Span => {
	const {history, view, other} = state;
	const own = {from: history.start, to: view.frozen?.time ?? history.end};
	if (!other || other.history.samples === 0) return own;
	const shift = shiftOf(state);
	return {
		from: Math.min(own.from, other.history.start + shift),
		to: Math.max(own.to, other.history.end + shift),
	};
};

/** Seconds by which a second recording is moved to lie over the first; 0 where both go by the clock. */
export const shiftOf = ({history, other, view}: State): number => {
	if (!other || view.align === 'clock') return 0;
	const shift = history.start - other.history.start;
	return Number.isNaN(shift) ? 0 : shift;
};

/** Unix seconds at the right edge of the charts; NaN before the first sample. */
export const rightEdge = (state: State): number => state.view.edge ?? spanOf(state).to;

/**
 * True where the charts go on with what is watched, or with a log that grows, in a window that keeps its length. What else
 * is shown has its first and its last moment at the very edges.
 */
export const isGoingOn = ({view, viewed}: State): boolean => {
	if (view.edge !== undefined || view.window === wholeWindow) return false;
	return viewed === undefined || (viewed.isFollowed && view.window !== undefined);
};

/** What the charts show. */
export const shownSpan = (state: State): Span => {
	const to = rightEdge(state);
	return {from: to - windowOf(state), to};
};
