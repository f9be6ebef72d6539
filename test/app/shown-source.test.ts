import test from 'ava';
import {shownSource} from '../../src/app/shown-source.ts';
import type {State, View} from '../../src/app/state.ts';
import {viewedState} from '../fixtures/viewed.ts';
import {firstTime, openedState} from '../fixtures/watch.ts';

/** Rows: how a log is looked at that was read by os for four minutes, then by go; and the source that is named. */
const testSource = test.macro((t, view: Partial<View>, expected: string) => {
	const state = viewedState();
	t.is(shownSource({...state, view: {...state.view, ...view}}).name, expected);
});

test('at its end', testSource, {}, 'go');
test('at the cursor', testSource, {cursor: firstTime + 239}, 'os');
test('at the cursor on the switch', testSource, {cursor: firstTime + 240}, 'go');
test('at the right edge', testSource, {edge: firstTime + 100}, 'os');
test('the cursor counts for more', testSource, {edge: firstTime + 300, cursor: firstTime + 100}, 'os');
test('before all there is', testSource, {cursor: firstTime - 100}, 'os');

test('while it follows a watch, the one that reads now', t => {
	const {viewed: _viewed, ...state}: State = viewedState();
	const source = {...state.source, name: 'next'};
	t.is(shownSource({...state, source}).name, 'next');
});

test('without stretches there is one', t => {
	const state = openedState();
	t.is(shownSource({...state, view: {...state.view, cursor: firstTime}}), state.source);
});
