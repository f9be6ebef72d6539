import {isChoice} from '../model/choice.ts';
import {type Ending, endingText} from '../model/ending.ts';
import {addLandmark, breakCurves, emptyHistory, keepInFull, record} from '../model/history.ts';
import type {RecordingStatus} from '../model/recording-status.ts';
import type {SourceInfo} from '../model/source-info.ts';
import type {Action, OutsideAction} from './action.ts';
import type {Update} from './change.ts';
import {withAskedFailed, withDetailAsked, withoutAsked, withoutFailed} from './detail.ts';
import {withoutSought, withSoughtFound} from './extreme-updates.ts';
import {withFreshView, withoutPlace} from './fresh-view.ts';
import {type KeyUpdate, keyUpdates} from './key-updates.ts';
import {withProcesses} from './picker.ts';
import type {Notice, State} from './state.ts';

/** What an action makes of the state. The history in it grows in place; everything else is a new value. */
export const update = (state: State, action: Action): Update => {
	const [next, effects] = changed(state, action);
	const [asking, wanted] = withDetailAsked(next);
	return [asking, wanted.length === 0 ? effects : [...effects, ...wanted]];
};

const changed = (state: State, action: Action): Update => {
	if (action.type in outsideUpdates) return [outside(state, action as OutsideAction), []];
	const keyUpdate = keyUpdates[action.type as keyof typeof keyUpdates] as KeyUpdate;
	return keyUpdate(withoutFailed(withoutSought(withoutNotice(state))), action as never);
};

const outside = (state: State, action: OutsideAction): State =>
	(outsideUpdates[action.type] as OutsideUpdate)(state, action as never);

type OutsideUpdate = (state: State, action: never) => State;

type Outside<Type extends OutsideAction['type']> = Extract<OutsideAction, {type: Type}>;

const outsideUpdates = {
	opened: (state, {target, source, interval}: Outside<'opened'>) => {
		const {ended: _ended, hint: _hint, waitsFor: _waitsFor, ...rest} = withFreshView(state);
		return {
			...rest,
			target,
			source,
			interval,
			history: emptyHistory({full: mainMetrics(source)}),
			overlay: 'none',
		};
	},
	sourceSwitched: (state, {source, hint}: Outside<'sourceSwitched'>) => {
		const isOther = source.name !== state.source.name;
		if (isOther) switchSource(state, source);
		const metrics = isOther ? ([undefined, undefined] as const) : state.view.metrics;
		return {...state, source, hint, view: {...state.view, metrics}};
	},
	executed: (state, {target}: Outside<'executed'>) => ({...state, target}),
	commandStarted: (state, {command}: Outside<'commandStarted'>) => ({...state, command}),
	commandEnded: (state, {ending}: Outside<'commandEnded'>) => withCommandEnded(state, ending),
	sampled: (state, {sample, recording}: Outside<'sampled'>) => {
		// What was looked at is gone when the clock was set back.
		const shown = sample.time < state.history.end ? withoutPlace(state) : state;
		record(state.history, sample);
		return ticked(withRecording(shown, recording), sample.time);
	},
	broken: state => {
		breakCurves(state.history);
		return state;
	},
	ended: (state, {time}: Outside<'ended'>) => ({
		...state,
		ended: {time, watchedSince: Number.isNaN(state.history.start) ? time : state.history.start},
	}),
	ticked: (state, {time}: Outside<'ticked'>) => ticked(state, time),
	recordingChanged: (state, {recording}: Outside<'recordingChanged'>) => withRecording(state, recording),
	intervalChanged: (state, {seconds}: Outside<'intervalChanged'>) => ({...state, interval: seconds}),
	processesListed: (state, {processes, tree}: Outside<'processesListed'>) => ({
		...state,
		picker: withProcesses(state.picker, processes, tree),
	}),
	waitingFound: (state, {relative}: Outside<'waitingFound'>) => ({...state, waitsFor: relative}),
	plotEnded: (state, {notice}: Outside<'plotEnded'>) => {
		const {plottingSince: _since, ...rest} = state;
		return {...rest, notice};
	},
	passed: (state, {landmark}: Outside<'passed'>) => {
		addLandmark(state.history, landmark);
		return state;
	},
	viewRead: (state, {viewed, recording}: Outside<'viewRead'>) => {
		const isOther = recording.history !== state.history;
		const {start, end} = recording.history;
		return {
			...(isOther ? withoutWindow(withFreshView(state)) : state),
			...recording,
			viewed,
			now: Number.isNaN(start) ? state.now : end,
		};
	},
	otherRead: (state, {other}: Outside<'otherRead'>) =>
		other.history === state.other?.history
			? {...state, other}
			: {...state, other, detailAsked: {...state.detailAsked, other: undefined}},
	detailRead: (state, {detail, isOther}: Outside<'detailRead'>) => {
		const asked = withoutAsked(state.detailAsked, detail, isOther ? 'other' : 'own');
		if (!isOther) return withSoughtFound({...state, detail, ...asked});
		return state.other ? {...state, other: {...state.other, detail}, ...asked} : state;
	},
	detailFailed: (state, failed: Outside<'detailFailed'>) => withAskedFailed(state, failed),
	noticed: (state, {notice}: Outside<'noticed'>) => ({...state, notice}),
} satisfies {[Type in OutsideAction['type']]: (state: State, action: Outside<Type>) => State};

const withoutWindow = (state: State): State => {
	const {window: _window, ...view} = state.view;
	return {...state, view};
};

// As in the log: what is read on both sides is not joined across what was not. The first look at a process, before a
// source was chosen, is not worth going back to.
const switchSource = ({history, source: before}: State, source: SourceInfo): void => {
	breakCurves(history);
	keepInFull(history, [...history.full, ...mainMetrics(source)]);
	const {samples, start, end, stretches} = history;
	if (samples === 0) return;
	const from = end + halfStamp;
	if (stretches.length === 0) stretches.push({from: start, source: before});
	stretches.push({from, source});
	if (!isChoice(start, end)) addLandmark(history, {type: 'switch', time: from, text: source.title});
};

const mainMetrics = ({inUse, system}: SourceInfo) => [inUse, system];

// Seconds: half of the finest step between two stamps.
const halfStamp = 5e-7;

// The header tells it where the command is what is watched.
const withCommandEnded = (state: State, ending: Ending): State => {
	const {command, overlay, target, now} = state;
	if (!command) return state;
	const next: State = {
		...state,
		command: {...command, ending},
		overlay: overlay === 'leaving' ? 'none' : overlay,
	};
	if (target?.pid === command.pid) return next;
	const text = `${command.name} (pid ${command.pid}) ended ${endingText(ending)}`;
	return {...next, notice: {text, tone: 'info', until: now + 60}};
};

const ticked = (state: State, time: number): State =>
	state.notice?.until !== undefined && state.notice.until < time
		? {...withoutNotice(state), now: time}
		: {...state, now: time};

const withoutNotice = ({notice: _notice, ...rest}: State): State => rest;

// What the recorder has to say once becomes the notice of the moment.
const withRecording = (state: State, recording: RecordingStatus): State => {
	const said = recording.notice !== undefined && recording.notice !== state.recording.notice;
	const notice: Notice | undefined = said
		? {text: recording.notice ?? '', tone: 'info', until: state.now + 15}
		: state.notice;
	return notice ? {...state, recording, notice} : {...state, recording};
};
