import {rungFor, windows} from './ladder.ts';
import type {State} from './state.ts';

/**
 * Seconds across the charts. Until the user zooms, it follows the length of the watch, so that the first minute is
 * not a sliver at the right edge: from 60 to 300 intervals, at least ten seconds.
 */
export const windowOf = (state: State): number => {
	if (state.view.window !== undefined) return state.view.window;
	const end = state.view.frozen?.time ?? state.history.end;
	const elapsed = Number.isNaN(end) ? 0 : end - state.history.start;
	const smallest = rungFor(windows, Math.max(10, 60 * state.interval));
	const largest = rungFor(windows, Math.max(10, 300 * state.interval));
	return Math.min(largest, Math.max(smallest, rungFor(windows, elapsed)));
};

/** Unix seconds at the right edge of the charts; NaN before the first sample. */
export const rightEdge = ({view, history}: State): number => view.edge ?? view.frozen?.time ?? history.end;
