import test from 'ava';
import type {Compared, State} from '../../src/app/state.ts';
import {update} from '../../src/app/update.ts';
import {shownSpan, windowOf} from '../../src/app/window.ts';
import {plainSource} from '../fixtures/source.ts';
import {after, curveState, firstTime} from '../fixtures/watch.ts';
import {recordingOf, viewedLog, viewedState} from './viewed.ts';

const stepped = (by: -1 | 1) => ({type: 'recordingStepped', by}) as const;
const aligned = {type: 'alignmentToggled'} as const;

/** Rows: which recording of how many is shown, the key, and the recording that is asked for or what is said. */
const testStep = test.macro(
	(t, [recording, recordings, by]: readonly [number, number, -1 | 1], expected: 'asked' | string) => {
		const state = {...viewedState(2), viewed: {...viewedLog, recording, recordings}};
		const [next, effects] = update(state, stepped(by));
		t.deepEqual(effects, expected === 'asked' ? [{type: 'openRecording', by}] : []);
		t.is(next.notice?.text, expected === 'asked' ? undefined : expected);
	},
);

test('the one before', testStep, [2, 2, -1], 'asked');
test('the one after', testStep, [1, 2, 1], 'asked');
test('before the first', testStep, [1, 2, -1], 'this is the first recording in the file');
test('after the last', testStep, [2, 2, 1], 'this is the last recording in the file');
test('the only one', testStep, [1, 1, 1], 'this is the only recording in the file');

test('another recording is shown from its newest sample, as a whole', t => {
	const state = after(viewedState(1001), {type: 'cursorMoved', by: -1}, {type: 'zoomed', by: -1});
	const next = after(state, {type: 'viewRead', viewed: viewedLog, recording: recordingOf(500)});
	t.is(next.view.cursor, undefined);
	t.is(windowOf(next), 499);
	t.is(next.now, firstTime + 499);
});

test('more of the same recording leaves the cursor and the zoom', t => {
	const recording = recordingOf(1001);
	const read = {type: 'viewRead', viewed: viewedLog, recording} as const;
	const state = after(viewedState(1), read, {type: 'cursorMoved', by: -1}, {type: 'zoomed', by: -1});
	t.deepEqual(after(state, read).view, state.view);
});

test('there is nothing to align', t => {
	const {view, notice} = after(curveState([1]), aligned);
	t.is(view.align, 'start');
	t.is(notice?.text, 'there is no second recording to lay over this one');
});

const compared = (start: number): State => {
	const {history} = curveState(Array.from({length: 101}, () => 1));
	const later = {...history, start: history.start + start, end: history.end + start};
	const other: Compared = {path: 'b.log', name: 'b', source: plainSource, history: later};
	return {...viewedState(51), other};
};

/** Rows: when the second recording began, the alignment, and what is shown: seconds from the start of the first. */
const testAligned = test.macro(
	(t, start: number, align: 'start' | 'clock', expected: readonly [number, number]) => {
		const state = compared(start);
		const {from, to} = shownSpan(align === 'start' ? state : after(state, aligned));
		t.deepEqual([from - firstTime, to - firstTime], expected);
	},
);

test('both from their starts, the longer one whole', testAligned, 1000, 'start', [0, 100]);
test('by the clock', testAligned, 1000, 'clock', [0, 1100]);
test('by the clock, the second one before the first', testAligned, -1000, 'clock', [-1000, 50]);
