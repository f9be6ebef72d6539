import type {SourceInfo} from '../model/source-info.ts';
import type {State} from './state.ts';
import {rightEdge} from './window.ts';

/**
 * The source that read what is looked at: that of the stretch at the cursor, else at the right edge. While the screen
 * follows what is watched, it is the one that reads now.
 */
export const shownSource = (state: State): SourceInfo => {
	const {view, source, viewed} = state;
	const {stretches} = state.history;
	const isOfPast = view.cursor !== undefined || view.edge !== undefined || viewed !== undefined;
	if (stretches.length === 0 || !isOfPast) return source;
	const at = view.cursor ?? rightEdge(state);
	return (stretches.findLast(({from}) => from <= at) ?? stretches[0])?.source ?? source;
};
