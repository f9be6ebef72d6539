import test from 'ava';
import {windowOf} from '../../src/app/window.ts';
import {after, openedState, sampledAt} from '../fixtures/watch.ts';

/** Rows: seconds between samples, seconds watched, seconds across the chart. */
const testWindow = test.macro((t, [interval, watched]: readonly [number, number], expected: number) => {
	const state = after(openedState(undefined, interval), sampledAt(0, {}), sampledAt(watched, {}));
	t.is(windowOf(state), expected);
});

test('a minute at first', testWindow, [1, 5], 60);
test('follows the watch', testWindow, [1, 61], 120);
test('up to five minutes', testWindow, [1, 9000], 300);
test('ten seconds at least', testWindow, [0.001, 2], 10);
test('ten seconds at most at 1 kHz', testWindow, [0.001, 9000], 10);
test('ten times a second', testWindow, [0.1, 25], 30);
test('an hour between samples', testWindow, [3600, 7200], 7 * 86_400);

test('before the first sample', t => {
	t.is(windowOf(openedState()), 60);
});

test('a frozen view does not follow the watch', t => {
	const frozen = after(openedState(), sampledAt(0, {}), sampledAt(5, {}), {type: 'freezeToggled'});
	t.is(windowOf(after(frozen, sampledAt(9000, {}))), 60);
});

test('what was zoomed to stays', t => {
	const state = openedState();
	t.is(windowOf({...state, view: {...state.view, window: 3600}}), 3600);
});
