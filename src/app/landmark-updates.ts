import type {Landmark} from '../model/landmark.ts';
import type {KeyAction} from './action.ts';
import {told, type Update, withView} from './change.ts';
import {newestSample} from './cursor-updates.ts';
import {isInSight, withEdge} from './edge.ts';
import {landmarkText} from './landmark-text.ts';
import {sampleBefore, sampleFrom} from './sample-times.ts';
import type {State} from './state.ts';
import {shownSpan, windowOf} from './window.ts';

type Key<Type extends KeyAction['type']> = Extract<KeyAction, {type: Type}>;

/** What the keys do that go from one landmark to the next. */
export const landmarkUpdates = {
	jumped: (state: State, {by}: Key<'jumped'>): Update => {
		if (state.history.landmarks.length === 0) return told(state, 'there are no marks and no gaps');
		const place = state.view.cursor === undefined ? placeInSight(state, by) : placeBeyond(state, by);
		if (place === undefined) return told(state, by > 0 ? noneAfter : noneBefore);
		const moved = withView(state, {cursor: place});
		const shown = isInSight(moved, place) ? moved : withEdge(moved, place + windowOf(state) / 2);
		return told(shown, landmarksOn(state, place).map(landmarkText).join('; '));
	},
};

// A landmark stands on the first sample at or after it: the cursor goes from sample to sample.
const placeOf = (state: State, {time}: Landmark): number | undefined => {
	const newest = newestSample(state) ?? Number.NaN;
	return Math.min(sampleFrom(state, time) ?? newest, newest);
};

const placeBeyond = (state: State, by: -1 | 1): number | undefined =>
	by > 0 ? nextPlace(state, state.view.cursor) : placeBefore(state, state.view.cursor);

// Without a cursor they are gone through from the edge that the key points away from; where none is in sight, the nearest is
// found, whichever side it is on.
const placeInSight = (state: State, by: -1 | 1): number | undefined => {
	const {from, to} = shownSpan(state);
	const next = nextPlace(state, sampleBefore(state, from));
	const before = placeBefore(state, undefined);
	if (by > 0 && next !== undefined && next <= to) return next;
	return before ?? next;
};

const nextPlace = (state: State, after = Number.NEGATIVE_INFINITY): number | undefined => {
	for (const landmark of state.history.landmarks) {
		if (landmark.time <= after) continue;
		const place = placeOf(state, landmark);
		if (place !== undefined && place > after) return place;
	}
	return undefined;
};

// With what stands at the right edge where there is no cursor.
const placeBefore = (state: State, cursor: number | undefined): number | undefined => {
	const last = cursor === undefined ? shownSpan(state).to : sampleBefore(state, cursor);
	if (last === undefined) return undefined;
	const landmark = state.history.landmarks.findLast(({time}) => time <= last);
	return landmark && placeOf(state, landmark);
};

// There are some, since one of the keys said so.
const noneAfter = 'there is no mark or gap after this; N goes back';
const noneBefore = 'there is no mark or gap before this; n goes on';

const landmarksOn = (state: State, place: number): readonly Landmark[] => {
	const after = sampleBefore(state, place) ?? Number.NEGATIVE_INFINITY;
	const until = place === newestSample(state) ? Number.POSITIVE_INFINITY : place;
	return state.history.landmarks.filter(({time}) => time > after && time <= until);
};
