import type {KeyAction} from './action.ts';
import {only, type Update, withView} from './change.ts';
import {cursorUpdates} from './cursor-updates.ts';
import type {Effect} from './effect.ts';
import {extremeUpdates} from './extreme-updates.ts';
import {intervals, step} from './ladder.ts';
import {landmarkUpdates} from './landmark-updates.ts';
import {markUpdates} from './mark-updates.ts';
import {metricOf, nextMetric} from './metrics.ts';
import {emptyPicker, pickerRows, withFilter, withSelectionMoved} from './picker.ts';
import {recordingUpdates} from './recording-updates.ts';
import {shownSource} from './shown-source.ts';
import type {Picker, State} from './state.ts';
import {windowUpdates} from './window-updates.ts';

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
	...windowUpdates,
	...cursorUpdates,
	...extremeUpdates,
	...landmarkUpdates,
	...markUpdates,
	...recordingUpdates,
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
} satisfies {[Type in KeyAction['type']]: (state: State, action: Key<Type>) => Update};

const isRunning = ({command}: State): boolean => command !== undefined && command.ending === undefined;

const endCommand = (state: State): Update => {
	const {command} = state;
	if (!command || command.isEnding) return only(state);
	return [{...state, command: {...command, isEnding: true}}, [{type: 'endCommand'}]];
};

const withPicker = (state: State, picker: Picker): State => ({...state, picker});

const toggleRecording = (state: State): Update => {
	const isOn = state.recording.state === 'recording' || state.recording.state === 'failing';
	const effect: Effect = {type: isOn ? 'pauseRecording' : 'resumeRecording'};
	return [state, [effect]];
};

const cycleMetric = (state: State): Update => {
	const chart = state.view.selected;
	const next = nextMetric(state, chart);
	if (next === undefined || !metricOf(shownSource(state), next)) return only(state);
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
