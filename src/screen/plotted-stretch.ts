import type {State} from '../app/state.ts';
import {shownSpan, spanOf} from '../app/window.ts';
import type {Asked} from '../figure/placement.ts';

/**
 * What of a recording the key for the picture draws: what the screen shows where that is not simply the newest, and
 * else all of it.
 */
export const plottedStretch = (state: State): Pick<Asked, 'from' | 'to'> => {
	const {edge, frozen, window} = state.view;
	const isChosen = edge !== undefined || frozen !== undefined || (state.viewed && window !== undefined);
	const {from, to} = shownSpan(state);
	if (!isChosen || Number.isNaN(to)) return {};
	return {from: {at: Math.max(from, spanOf(state).from)}, to: {at: to}};
};
