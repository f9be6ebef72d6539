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
		const place = by > 0 ? nextPlace(state) : placeBefore(state);
		if (place === undefined)
			return told(state, `there is no mark or gap ${by > 0 ? 'after' : 'before'} this`);
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

// Without a cursor they are gone through from the left edge.
const nextPlace = (state: State): number | undefined => {
	const cursor = state.view.cursor ?? beforeSight(state);
	for (const landmark of state.history.landmarks) {
		if (landmark.time <= cursor) continue;
		const place = placeOf(state, landmark);
		if (place !== undefined && place > cursor) return place;
	}
	return undefined;
};

const beforeSight = (state: State): number =>
	sampleBefore(state, shownSpan(state).from) ?? Number.NEGATIVE_INFINITY;

// And back from the right edge, with what stands there.
const placeBefore = (state: State): number | undefined => {
	const {cursor} = state.view;
	const last = cursor === undefined ? shownSpan(state).to : sampleBefore(state, cursor);
	if (last === undefined) return undefined;
	const landmark = state.history.landmarks.findLast(({time}) => time <= last);
	return landmark && placeOf(state, landmark);
};

const landmarksOn = (state: State, place: number): readonly Landmark[] => {
	const after = sampleBefore(state, place) ?? Number.NEGATIVE_INFINITY;
	const until = place === newestSample(state) ? Number.POSITIVE_INFINITY : place;
	return state.history.landmarks.filter(({time}) => time > after && time <= until);
};
