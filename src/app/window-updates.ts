import {statisticsNow} from '../model/statistics.ts';
import type {KeyAction} from './action.ts';
import {only, told, type Update, withView} from './change.ts';
import {withoutCursor} from './cursor-updates.ts';
import {following, isInSight, withEdge} from './edge.ts';
import {windows} from './ladder.ts';
import {sampleFrom} from './sample-times.ts';
import type {State} from './state.ts';
import {rightEdge, shownSpan, spanOf, usualWindow, wholeLength, wholeWindow, windowOf} from './window.ts';

type Key<Type extends KeyAction['type']> = Extract<KeyAction, {type: Type}>;

/** What the keys do that choose the part of the recording that is shown. */
export const windowUpdates = {
	zoomed: (state: State, {by}: Key<'zoomed'>): Update => {
		const next = by < 0 ? zoomedIn(state) : zoomedOut(state);
		if (next) return only(aroundCursor(state, next));
		return told(
			state,
			by < 0 ? `${windows[0]} s across is as far as it goes` : 'that is all there is to be shown',
		);
	},
	zoomReset: (state: State): Update => only(following(withWindow(state, undefined))),
	panned: (state: State, {by}: Key<'panned'>): Update => {
		const next = withEdge(state, rightEdge(state) + by * windowOf(state));
		if (rightEdge(next) !== rightEdge(state)) return only(next);
		if (isWhole(state)) return told(state, 'all there is to be shown is in sight; + zooms in');
		return told(state, by < 0 ? 'there is nothing before this' : 'there is nothing after this');
	},
	wentTo: (state: State, {place}: Key<'wentTo'>): Update =>
		only(place === 'oldest' ? atOldest(state) : atNewest(state)),
	freezeToggled: (state: State): Update => {
		if (state.viewed?.isFollowed === false) return told(state, 'this recording does not grow');
		return only(state.view.frozen ? unfrozen(state) : frozen(state));
	},
};

const zoomedIn = (state: State): State | undefined => {
	const shorter = windows.findLast(rung => rung < windowOf(state));
	return shorter === undefined ? undefined : withWindow(state, shorter);
};

// A watch that has only begun has room for what comes.
const zoomedOut = (state: State): State | undefined => {
	const window = windowOf(state);
	const [whole, usual] = [wholeLength(state), usualWindow(state)];
	const longest = Math.max(whole, usual);
	if (window >= longest) return undefined;
	const longer = windows.find(rung => rung > window && rung < longest);
	return withWindow(state, longer ?? (whole < usual ? undefined : wholeWindow));
};

const withWindow = (state: State, window: number | undefined): State => {
	const {isWindowHeld: _isHeld, window: _window, ...view} = state.view;
	return {...state, view: window === undefined ? view : {...view, window}};
};

// What is under the cursor stays where it is on the screen; without one, what is at the right edge.
const aroundCursor = (before: State, zoomed: State): State => {
	const {cursor} = before.view;
	if (cursor === undefined) return withEdge(zoomed, rightEdge(before));
	const {from, to} = shownSpan(before);
	const share = Math.min(1, Math.max(0, (to - cursor) / (to - from)));
	return withEdge(zoomed, cursor + share * windowOf(zoomed));
};

// With the cursor there, what is zoomed into afterwards is the oldest too.
const atOldest = (state: State): State => {
	const {from} = spanOf(state);
	const next = withEdge(state, from + windowOf(state));
	const oldest = sampleFrom(state, from);
	const isThere = oldest !== undefined && isInSight(next, oldest);
	return isThere ? withView(next, {cursor: oldest}) : withoutCursor(next);
};

const isWhole = (state: State): boolean => windowOf(state) >= wholeLength(state);

const atNewest = (state: State): State => following(withoutCursor(unfrozen(state)));

const unfrozen = (state: State): State => {
	const {frozen: _frozen, ...view} = state.view;
	return {...state, view};
};

const frozen = (state: State): State =>
	withView(state, {
		frozen: {
			time: state.history.end,
			statistics: statisticsNow(state.history.statistics),
			uncertain: state.history.uncertain,
		},
	});
