import type {State} from '../../app/state.ts';
import {cursorText} from '../cursor-text.ts';
import {type Line, span} from '../style.ts';

/** What the newest sample is called: that of a log which is not read on is no now. */
export const newestWord = ({viewed}: State): 'now' | 'last' =>
	viewed && !viewed.isFollowed ? 'last' : 'now';

/** What stands over a column of values of the moment that is looked at. */
export const hereWord = (state: State): string =>
	state.view.cursor === undefined ? newestWord(state) : 'at cursor';

/** The heading of a table at the cursor; empty without one. */
export const cursorHeading = (state: State): Line => {
	const text = cursorText(state);
	return text === undefined ? [] : [span(`at ${text}`, 'cursor')];
};
