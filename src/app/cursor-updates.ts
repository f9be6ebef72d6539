import type {KeyAction} from './action.ts';
import {only, told, type Update, withView} from './change.ts';
import {broughtInSight, columnWidth, isInSight} from './edge.ts';
import {sampleAfter, sampleBefore, sampleFrom, sampleUpTo} from './sample-times.ts';
import type {State} from './state.ts';
import {shownSpan, spanOf} from './window.ts';

type Key<Type extends KeyAction['type']> = Extract<KeyAction, {type: Type}>;

/** What the keys of the cursor do. */
export const cursorUpdates = {
	cursorMoved: (state: State, {by}: Key<'cursorMoved'>): Update => {
		const {cursor} = state.view;
		const isShown = cursor !== undefined && isInSight(state, cursor);
		const next = isShown ? sampleBeyond(state, cursor, by) : sampleInSight(state, by);
		if (next !== undefined) return only(broughtInSight(withView(state, {cursor: next}), next));
		if (!isShown) return told(state, 'there is no sample yet');
		return told(state, by < 0 ? 'this is the oldest sample' : 'this is the newest sample');
	},
	cursorDropped: (state: State): Update => only(withoutCursor(state)),
};

/** The state without a cursor. */
export const withoutCursor = (state: State): State => {
	const {cursor: _cursor, ...view} = state.view;
	return {...state, view};
};

/** Time of the newest sample that may be looked at. */
export const newestSample = (state: State): number | undefined => sampleUpTo(state, spanOf(state).to);

// The cursor comes in from the side that the key points away from.
const sampleInSight = (state: State, by: number): number | undefined => {
	const {from, to} = shownSpan(state);
	return by < 0 ? sampleUpTo(state, to) : (sampleFrom(state, from) ?? newestSample(state));
};

// The sample nearest to so many columns on, but at least the next one; undefined where there is none in that direction.
const sampleBeyond = (state: State, cursor: number, by: number): number | undefined => {
	const wanted = sampleAt(state, cursor + by * columnWidth(state));
	if (wanted !== undefined && (wanted - cursor) * by > 0) return wanted;
	if (by < 0) return sampleBefore(state, cursor);
	const next = sampleAfter(state, cursor);
	return next !== undefined && next <= spanOf(state).to ? next : undefined;
};

const sampleAt = (state: State, time: number): number | undefined => {
	const to = Math.min(time, spanOf(state).to);
	const [before, after] = [sampleUpTo(state, to), sampleFrom(state, to)];
	if (before === undefined || after === undefined) return before ?? after;
	return to - before < after - to ? before : after;
};
