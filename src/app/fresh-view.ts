import {following} from './edge.ts';
import {withoutMark} from './mark-updates.ts';
import type {State} from './state.ts';

/** The state looking at the newest of something else: no mark in the making, no metric chosen. */
export const withFreshView = (state: State): State => {
	const {view, ...rest} = withoutPlace(withoutMark(state));
	return {...rest, view: {...view, metrics: [undefined, undefined]}};
};

/** The state looking at the newest sample: no cursor, no freeze, nothing read again. */
export const withoutPlace = (state: State): State => {
	const {detail: _detail, detailAsked: _asked, ...rest} = following(state);
	const {cursor: _cursor, frozen: _frozen, ...view} = rest.view;
	return {...rest, view};
};
