import {cleanText} from '../model/clean.ts';
import type {KeyAction} from './action.ts';
import {only, told, type Update} from './change.ts';
import type {State} from './state.ts';

type Key<Type extends KeyAction['type']> = Extract<KeyAction, {type: Type}>;

/** Characters: a mark is a label on a chart. */
export const longestMark = 80;

/** What the keys do that set a mark. */
export const markUpdates = {
	markAsked: (state: State): Update => {
		if (state.history.samples === 0) return told(state, 'there is no sample yet to be marked');
		const now = state.ended ? state.history.end : state.now;
		const time = Math.round((state.view.cursor ?? now) * 1e6) / 1e6;
		return only({...state, overlay: 'mark', typedMark: {text: '', time}});
	},
	markTyped: (state: State, {text}: Key<'markTyped'>): Update => withText(state, typed => typed + text),
	markErased: (state: State): Update => withText(state, typed => [...typed].slice(0, -1).join('')),
	markSet: (state: State): Update => {
		const {typedMark} = state;
		if (!typedMark) return only(withoutMark(state));
		const {time} = typedMark;
		const text = typedMark.text.trim();
		return [withoutMark(state), [{type: 'writeMark', time, text}]];
	},
	markCancelled: (state: State): Update => only(withoutMark(state)),
};

/** The state in which no mark is being typed. */
export const withoutMark = ({typedMark: _typed, ...state}: State): State => ({
	...state,
	overlay: state.overlay === 'mark' ? 'none' : state.overlay,
});

const withText = (state: State, change: (text: string) => string): Update => {
	const {typedMark} = state;
	if (!typedMark) return only(state);
	const text = cleanText(change(typedMark.text), longestMark);
	return only({...state, typedMark: {...typedMark, text}});
};
