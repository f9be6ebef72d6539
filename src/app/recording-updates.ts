import type {KeyAction} from './action.ts';
import {told, type Update, withView} from './change.ts';
import {following} from './edge.ts';
import type {State} from './state.ts';

type Key<Type extends KeyAction['type']> = Extract<KeyAction, {type: Type}>;

/** What the keys do that choose among recordings and lay one over another. */
export const recordingUpdates = {
	recordingStepped: (state: State, {by}: Key<'recordingStepped'>): Update => {
		const {viewed} = state;
		if (!viewed) return told(state, 'what is watched is one recording');
		const next = viewed.recording + by;
		if (next >= 1 && next <= viewed.recordings) return [state, [{type: 'openRecording', by}]];
		if (viewed.recordings <= 1) return told(state, 'this is the only recording in the file');
		return told(state, `this is the ${by < 0 ? 'first' : 'last'} recording in the file`);
	},
	alignmentToggled: (state: State): Update => {
		if (!state.other) return told(state, 'there is no second recording to lay over this one');
		const align = state.view.align === 'start' ? 'clock' : 'start';
		const text = align === 'start' ? 'both from their starts' : 'both by the clock';
		return told(following(withView(state, {align})), text);
	},
};
