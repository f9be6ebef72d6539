import type {KeyAction} from './action.ts';
import type {Effect} from './effect.ts';
import {intervals, step, windows} from './ladder.ts';
import {metricOf, nextMetric} from './metrics.ts';
import {emptyPicker, pickerRows, withFilter, withSelectionMoved} from './picker.ts';
import type {Picker, State, View} from './state.ts';
import {windowOf} from './window.ts';

/** The state after an action, and what has to be done outside because of it. */
export type Update = readonly [State, readonly Effect[]];

/** What a key does to the state. */
export type KeyUpdate = (state: State, action: never) => Update;

// Characters: what is pasted by mistake is no filter.
const longestFilter = 200;

type Key<Type extends KeyAction['type']> = Extract<KeyAction, {type: Type}>;

/** By action, what each key does. */
export const keyUpdates = {
	quitAsked: state => (isRunning(state) ? only({...state, overlay: 'leaving'}) : [state, [{type: 'quit'}]]),
	commandLeft: state => [state, [{type: 'quit'}]],
	commandEndAsked: state => endCommand({...state, overlay: 'none'}),
	leavingCancelled: state => only({...state, overlay: 'none'}),
	suspendAsked: state => [state, [{type: 'suspend'}]],
	redrawAsked: state => [state, [{type: 'redraw'}]],
	helpToggled: state => only(withView(state, {helpOffset: 0}, state.overlay === 'help' ? 'none' : 'help')),
	helpScrolled: (state, {by, from = state.view.helpOffset}: Key<'helpScrolled'>) =>
		only(withView(state, {helpOffset: Math.max(0, from + by)})),
	recordingToggled: state => toggleRecording(state),
	plotAsked: state =>
		state.plottingSince === undefined
			? [{...state, plottingSince: state.now}, [{type: 'drawPlot'}]]
			: [state, [{type: 'cancelPlot'}]],
	freezeToggled: state => only(toggleFreeze(state)),
	zoomed: (state, {by}: Key<'zoomed'>) => only(withView(state, {window: step(windows, windowOf(state), by)})),
	zoomReset: state => only(withoutWindow(state)),
	chartSelected: state => only(withView(state, {selected: state.view.selected === 0 ? 1 : 0})),
	metricCycled: state => cycleMetric(state),
	sourceCycled: state => [state, [{type: 'nextSource'}]],
	zeroToggled: state => only(withView(state, {isZeroBased: !state.view.isZeroBased})),
	intervalStepped: (state, {by}: Key<'intervalStepped'>) => [
		state,
		[{type: 'setInterval', seconds: step(intervals, state.interval, by)}],
	],
	pickerOpened: state => [
		{...state, overlay: 'picker', picker: {...emptyPicker, processes: state.picker.processes}},
		[{type: 'listProcesses'}],
	],
	descendantsAsked: state => showDescendants(state),
	pickerClosed: state =>
		state.target === undefined ? [state, [{type: 'quit'}]] : only({...state, overlay: 'none'}),
	pickerTyped: (state, {text}: Key<'pickerTyped'>) =>
		only(withPicker(state, withFilter(state.picker, (state.picker.filter + text).slice(0, longestFilter)))),
	pickerErased: state => only(withPicker(state, withFilter(state.picker, state.picker.filter.slice(0, -1)))),
	pickerMoved: (state, {by}: Key<'pickerMoved'>) =>
		only(withPicker(state, withSelectionMoved(state.picker, by))),
	pickerChosen: state => choose(state),
	cursorMoved: state => only(state),
	cursorDropped: state => only(state),
	panned: state => only(state),
	wentTo: state => only(state),
	jumped: state => only(state),
	markAsked: state => only(state),
	markTyped: state => only(state),
	markErased: state => only(state),
	markSet: state => only(state),
	markCancelled: state => only(state),
	recordingStepped: state => only(state),
	alignmentToggled: state => only(state),
} satisfies {[Type in KeyAction['type']]: (state: State, action: Key<Type>) => Update};

const isRunning = ({command}: State): boolean => command !== undefined && command.ending === undefined;

const endCommand = (state: State): Update => {
	const {command} = state;
	if (!command || command.isEnding) return only(state);
	return [{...state, command: {...command, isEnding: true}}, [{type: 'endCommand'}]];
};

const only = (state: State): Update => [state, []];

const withView = (state: State, view: Partial<View>, overlay = state.overlay): State => ({
	...state,
	overlay,
	view: {...state.view, ...view},
});

const withPicker = (state: State, picker: Picker): State => ({...state, picker});

const withoutWindow = (state: State): State => {
	const {window: _window, ...view} = state.view;
	return {...state, view};
};

const toggleRecording = (state: State): Update => {
	const isOn = state.recording.state === 'recording' || state.recording.state === 'failing';
	const effect: Effect = {type: isOn ? 'pauseRecording' : 'resumeRecording'};
	return [state, [effect]];
};

const toggleFreeze = (state: State): State => {
	const {frozen, ...view} = state.view;
	if (frozen) return {...state, view};
	return withView(state, {
		frozen: {
			time: state.history.end,
			statistics: new Map(state.history.statistics),
			uncertain: state.history.uncertain,
		},
	});
};

const cycleMetric = (state: State): Update => {
	const chart = state.view.selected;
	const next = nextMetric(state, chart);
	if (next === undefined || !metricOf(state.source, next)) return only(state);
	const [upper, lower] = state.view.metrics;
	return only(withView(state, {metrics: chart === 0 ? [next, lower] : [upper, next]}));
};

// Where one process is offered there is nothing to choose.
const showDescendants = (state: State): Update => {
	const {target, waitsFor, picker} = state;
	if (!target) return only(state);
	if (waitsFor) return [state, [{type: 'watch', pid: waitsFor.pid, isRelative: true}]];
	const {processes} = picker;
	return [
		{...state, overlay: 'picker', picker: {...emptyPicker, processes, tree: []}},
		[{type: 'listProcesses'}],
	];
};

const choose = (state: State): Update => {
	const pid = pickerRows(state.picker)[state.picker.selected]?.pid;
	if (pid === undefined) return only(state);
	const isRelative = state.picker.tree !== undefined;
	return [{...state, overlay: 'none'}, pid === state.target?.pid ? [] : [{type: 'watch', pid, isRelative}]];
};
