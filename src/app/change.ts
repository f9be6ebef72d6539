import type {Effect} from './effect.ts';
import type {State, View} from './state.ts';

/** The state after an action, and what has to be done outside because of it. */
export type Update = readonly [State, readonly Effect[]];

/** A state that asks for nothing. */
export const only = (state: State): Update => [state, []];

/** The state with a part of its view changed, and another overlay if given. */
export const withView = (state: State, view: Partial<View>, overlay = state.overlay): State => ({
	...state,
	overlay,
	view: {...state.view, ...view},
});

/** The state that says something for some seconds, in place of the key line. */
export const told = (state: State, text: string): Update =>
	only({...state, notice: {text, tone: 'info', until: state.now + 10}});
