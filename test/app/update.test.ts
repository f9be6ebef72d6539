import test from 'ava';
import type {Action} from '../../src/app/action.ts';
import type {Effect} from '../../src/app/effect.ts';
import {initialState} from '../../src/app/initial.ts';
import type {Notice, State} from '../../src/app/state.ts';
import {update} from '../../src/app/update.ts';
import type {ProcessInfo} from '../../src/model/process-info.ts';
import {plainSource} from '../fixtures/source.ts';
import {
	after,
	firstTime,
	openedState,
	recordingStatus,
	sampledAt,
	target,
	watchedState,
} from '../fixtures/watch.ts';

const fresh = initialState({source: plainSource, interval: 1, now: firstTime});
const opened = openedState();
const notice: Notice = {text: 'look', tone: 'info', until: firstTime + 10};
const processes: readonly ProcessInfo[] = [
	{pid: 7, name: 'small', rss: 100, command: 'small'},
	{pid: 8, name: 'large', rss: 900, command: 'large'},
	{pid: target.pid, name: 'prometheus', rss: 500, command: 'prometheus'},
];
const picking = after(opened, {type: 'pickerOpened'}, {type: 'processesListed', processes});

/** Rows: an action on a state gives these parts of a state and these effects. */
const testUpdate = test.macro(
	(
		t,
		[state, action]: readonly [State, Action],
		expected: Partial<State>,
		effects: readonly Effect[] = [],
	) => {
		const [next, asked] = update(state, action);
		t.like(next, expected);
		t.deepEqual(asked, effects);
	},
);

const interval = 2;
test('opened', testUpdate, [fresh, {type: 'opened', target, source: plainSource, interval}], {
	...{target, interval, overlay: 'none'},
});
test('ended', testUpdate, [watchedState(), {type: 'ended', time: firstTime + 200}], {
	ended: {time: firstTime + 200, watchedSince: firstTime},
});
test('ended at once', testUpdate, [opened, {type: 'ended', time: 5}], {ended: {time: 5, watchedSince: 5}});
test('ticked', testUpdate, [opened, {type: 'ticked', time: 99}], {now: 99});
test('interval changed', testUpdate, [opened, {type: 'intervalChanged', seconds: 5}], {interval: 5});
test('noticed', testUpdate, [opened, {type: 'noticed', notice}], {notice});
test('recording changed', testUpdate, [opened, {type: 'recordingChanged', recording: recordingStatus}], {
	recording: recordingStatus,
});
test(
	'plot ended',
	testUpdate,
	[
		{...opened, plottingSince: 1},
		{type: 'plotEnded', notice},
	],
	{notice},
);
test('a plot that ended draws no more', t => {
	t.is(after({...opened, plottingSince: 1}, {type: 'plotEnded', notice}).plottingSince, undefined);
});

test('another source breaks the curves, the same one does not', t => {
	const state = after(openedState(), sampledAt(0, {'go.alloc': 1}));
	const breaksAfter = (name: string) =>
		after(state, {type: 'sourceSwitched', source: {...state.source, name}, hint: undefined}).history.breaks
			.length;
	t.is(breaksAfter(state.source.name), 0);
	t.is(breaksAfter('os'), 1);
});

test('quit', testUpdate, [opened, {type: 'quitAsked'}], {now: firstTime}, [{type: 'quit'}]);
test('suspend', testUpdate, [opened, {type: 'suspendAsked'}], {now: firstTime}, [{type: 'suspend'}]);
test('redraw', testUpdate, [opened, {type: 'redrawAsked'}], {now: firstTime}, [{type: 'redraw'}]);
test('help', testUpdate, [opened, {type: 'helpToggled'}], {overlay: 'help'});
test('help again', testUpdate, [{...opened, overlay: 'help'}, {type: 'helpToggled'}], {overlay: 'none'});
test('plot', testUpdate, [opened, {type: 'plotAsked'}], {plottingSince: opened.now}, [{type: 'drawPlot'}]);
test('plot again', testUpdate, [{...opened, plottingSince: 3}, {type: 'plotAsked'}], {plottingSince: 3}, [
	{type: 'cancelPlot'},
]);
test('shorter interval', testUpdate, [opened, {type: 'intervalStepped', by: -1}], {interval: 1}, [
	{type: 'setInterval', seconds: 0.5},
]);
test('longer interval', testUpdate, [opened, {type: 'intervalStepped', by: 1}], {interval: 1}, [
	{type: 'setInterval', seconds: 2},
]);
test('picker opened', testUpdate, [opened, {type: 'pickerOpened'}], {overlay: 'picker'}, [
	{type: 'listProcesses'},
]);
test('picker closed', testUpdate, [picking, {type: 'pickerClosed'}], {overlay: 'none'});
test('picker closed with nothing watched', testUpdate, [fresh, {type: 'pickerClosed'}], {overlay: 'picker'}, [
	{type: 'quit'},
]);
test('process chosen', testUpdate, [picking, {type: 'pickerChosen'}], {overlay: 'none'}, [
	{type: 'watch', pid: 8, isRelative: false},
]);
test(
	'the watched process chosen',
	testUpdate,
	[after(picking, {type: 'pickerMoved', by: 1}), {type: 'pickerChosen'}],
	{overlay: 'none'},
);
test('chosen from an empty list', testUpdate, [fresh, {type: 'pickerChosen'}], {overlay: 'picker'});

const testRecordingKey = test.macro((t, state: State['recording']['state'], expected: Effect['type']) => {
	const [, effects] = update({...opened, recording: {...recordingStatus, state}}, {type: 'recordingToggled'});
	t.deepEqual(
		effects.map(({type}) => type),
		[expected],
	);
});

test('record while recording', testRecordingKey, 'recording', 'pauseRecording');
test('record while failing', testRecordingKey, 'failing', 'pauseRecording');
test('record while paused', testRecordingKey, 'paused', 'resumeRecording');
test('record without a file', testRecordingKey, 'unavailable', 'resumeRecording');

test('opening another process begins anew, and keeps the zoom', t => {
	const before = after(
		watchedState(),
		{type: 'zoomed', by: -1},
		{type: 'metricCycled'},
		{type: 'freezeToggled'},
		{type: 'ended', time: firstTime + 121},
	);
	const {history, ended, view} = after(before, {type: 'opened', target, source: plainSource, interval: 1});
	t.is(history.samples, 0);
	t.is(ended, undefined);
	t.is(view.frozen, undefined);
	t.deepEqual(view.metrics, [undefined, undefined]);
	t.is(view.window, before.view.window);
});

test('a sample goes into the history and moves the clock', t => {
	const state = after(opened, sampledAt(3.5, {'go.alloc': 7}));
	t.is(state.history.statistics.get('go.alloc')?.now, 7);
	t.is(state.now, firstTime + 3.5);
	t.is(state.recording, recordingStatus);
});

test('when the clock is set back, nothing of what was looked at is left', t => {
	const state = after(
		watchedState(),
		{type: 'cursorMoved', by: -1},
		{type: 'panned', by: -0.5},
		{type: 'freezeToggled'},
		sampledAt(-3600, {'go.alloc': 7}),
	);
	t.deepEqual([state.view.cursor, state.view.edge, state.view.frozen], [undefined, undefined, undefined]);
});

test('a break lies between the samples around it', t => {
	const {history} = after(
		opened,
		sampledAt(0, {'go.alloc': 1}),
		{type: 'broken'},
		sampledAt(60, {'go.alloc': 1}),
	);
	const [broken = 0] = history.breaks;
	t.true(broken > firstTime && broken <= firstTime + 60);
});

test('what the recorder has to say is said once', t => {
	const recording = {...recordingStatus, notice: 'recording to memory-4242.log'};
	const told = after(opened, {type: 'recordingChanged', recording});
	t.is(told.notice?.text, 'recording to memory-4242.log');
	const quiet = after(told, {type: 'zeroToggled'}, {type: 'recordingChanged', recording});
	t.is(quiet.notice, undefined);
});

const testNotice = test.macro((t, action: Action, isLeft: boolean) => {
	t.is(after({...opened, notice}, action).notice !== undefined, isLeft);
});

test('a notice stays until its time', testNotice, {type: 'ticked', time: firstTime + 10}, true);
test('a notice goes when it is old', testNotice, {type: 'ticked', time: firstTime + 10.5}, false);
test('a notice goes with an old sample too', testNotice, sampledAt(11, {}), false);
test('a notice goes with a key', testNotice, {type: 'zeroToggled'}, false);

test('a notice without an end stays until a key', t => {
	const state = {...opened, notice: {text: 'x', tone: 'bad'}} as const;
	t.truthy(after(state, {type: 'ticked', time: firstTime + 1e6}).notice);
	t.falsy(after(state, {type: 'helpToggled'}).notice);
});

test('the chart that is selected, and its axis', t => {
	t.is(after(opened, {type: 'chartSelected'}).view.selected, 1);
	t.is(after(opened, {type: 'chartSelected'}, {type: 'chartSelected'}).view.selected, 0);
	t.true(after(opened, {type: 'zeroToggled'}).view.isZeroBased);
});

test('help scrolls, not above its top, and opens at the top', t => {
	const scroll = (by: number): Action => ({type: 'helpScrolled', by});
	t.is(after(opened, scroll(10), scroll(-3)).view.helpOffset, 7);
	t.is(after(opened, scroll(2), scroll(-10)).view.helpOffset, 0);
	t.is(
		after(opened, {type: 'helpToggled'}, scroll(5), {type: 'helpToggled'}, {type: 'helpToggled'}).view
			.helpOffset,
		0,
	);
});

test('typing narrows the list and goes back to its top', t => {
	const typed = after(
		picking,
		{type: 'pickerMoved', by: 2},
		{type: 'pickerTyped', text: 's'},
		{type: 'pickerTyped', text: 'm'},
	);
	t.like(typed.picker, {filter: 'sm', selected: 0});
	t.is(after(typed, {type: 'pickerErased'}).picker.filter, 's');
});

test('a picker opened again has forgotten its filter', t => {
	const typed = after(
		picking,
		{type: 'pickerTyped', text: 'x'},
		{type: 'pickerClosed'},
		{type: 'pickerOpened'},
	);
	t.like(typed.picker, {filter: '', selected: 0});
	t.is(typed.picker.processes, processes);
});

test('a state is never changed in place but for its history', t => {
	const state = Object.freeze({
		...opened,
		view: Object.freeze({...opened.view}),
		picker: Object.freeze({...picking.picker}),
	});
	t.notThrows(() =>
		after(state, {type: 'zoomed', by: 1}, {type: 'pickerTyped', text: 'x'}, {type: 'ticked', time: 1}),
	);
});
