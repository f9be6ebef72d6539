import test, {type ExecutionContext} from 'ava';
import type {State, View} from '../../src/app/state.ts';
import {plottedStretch} from '../../src/screen/plotted-stretch.ts';
import {viewedState} from '../app/viewed.ts';

const whole = viewedState(1000);
const {start, end} = whole.history;
const {viewed: _, ...live} = whole;

/** How a watch or a log is looked at, and from when to when it is drawn then, in seconds since its first sample. */
const testStretch = (
	t: ExecutionContext,
	state: State,
	[view, expected]: readonly [Partial<View>, readonly [number, number] | undefined],
) => {
	const {from, to} = plottedStretch({...state, view: {...state.view, ...view}});
	const times = [from, to].map(moment => (moment && 'at' in moment ? moment.at - start : undefined));
	t.deepEqual(times, [...(expected ?? [undefined, undefined])]);
};

const frozen = {time: start + 300, statistics: new Map(), uncertain: new Set<string>()};

test('all of a watch', testStretch, live, [{}, undefined]);
test('all of it, however much is seen', testStretch, live, [{window: 60}, undefined]);
test('what is seen of a watch that is panned', testStretch, live, [
	{window: 60, edge: start + 500},
	[440, 500],
]);
test('never from before its first sample', testStretch, live, [{window: 60, edge: start + 20}, [0, 20]]);
test('what is seen of a frozen watch', testStretch, live, [{window: 60, frozen}, [240, 300]]);
test('all of a log', testStretch, whole, [{}, undefined]);
test('what is seen of a log that is zoomed', testStretch, whole, [
	{window: 60},
	[end - start - 60, end - start],
]);
test('what is seen of a log that is panned', testStretch, whole, [
	{window: 60, edge: start + 500},
	[440, 500],
]);
