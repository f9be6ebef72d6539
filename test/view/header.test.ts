import test from 'ava';
import {eastAsianWidth} from 'get-east-asian-width';
import type {State} from '../../src/app/state.ts';
import type {RecordingStatus} from '../../src/model/recording-status.ts';
import {asciiGlyphs, unicodeGlyphs} from '../../src/view/glyphs.ts';
import {header} from '../../src/view/header.ts';
import {plainSource} from '../fixtures/source.ts';
import {after, firstTime, openedState, recordingStatus, target, watchedState} from '../fixtures/watch.ts';

/** The header as it is on the screen, where what does not fit is cut. */
const lineOf = (state: State, width: number, glyphs = unicodeGlyphs): string =>
	header(state, {width, glyphs})
		.map(({text}) => text)
		.join('');

const withRecording = (change: Partial<RecordingStatus>): State => ({
	...openedState(),
	recording: {...recordingStatus, ...change},
});

const failing = withRecording({state: 'failing', lost: 3, reason: 'no space left on device'});
const states: Readonly<Record<string, State>> = {
	recording: withRecording({}),
	paused: withRecording({state: 'paused'}),
	failing,
	unavailable: {
		...openedState(),
		recording: {
			state: 'unavailable',
			samples: 0,
			bytes: 0,
			lost: 0,
			reason: 'no permission to write to: /srv',
		},
	},
	ended: after(watchedState(), {type: 'ended', time: firstTime + 7200}),
	frozen: after(watchedState(), {type: 'freezeToggled'}),
	'of a long name': {...withRecording({}), target: {...target, name: 'a-very-long-program-name'.repeat(8)}},
	'of millions of samples': withRecording({samples: 1_234_567_890, bytes: 2 ** 50, lost: 1_000_000}),
};

const testFits = test.macro((t, state: State) => {
	for (let width = 20; width <= 300; width += 1) {
		for (const glyphs of [unicodeGlyphs, asciiGlyphs]) {
			t.true(lineOf(state, width, glyphs).trimEnd().length <= width, `${width}`);
		}
	}
});

for (const [name, state] of Object.entries(states)) test(`header ${name} fits at any width`, testFits, state);

const marks = {recording: '● REC', paused: '○ off', failing: '● NOT RECORDED', unavailable: '○ not recorded'};

const testMark = test.macro((t, state: keyof typeof marks) => {
	for (let width = 20; width <= 200; width += 1) {
		const line = lineOf(states[state] ?? openedState(), width).slice(0, width);
		t.true(line.includes(marks[state]), `${width}: ${line}`);
	}
});

for (const state of ['recording', 'paused', 'failing', 'unavailable'] as const) {
	test(`${state} is said at any width`, testMark, state);
}

test('samples and bytes of the recording are on every screen with charts', t => {
	for (const state of [states.recording, states.paused, states.failing]) {
		for (let width = 50; width <= 200; width += 1) {
			t.regex(lineOf(state ?? openedState(), width), /12,345.*1\.20 MiB/, `${width}`);
		}
	}
});

test('why it does not record is on a screen of 80 columns', t => {
	t.regex(lineOf(failing, 80), /no space left on device/);
});

test('name and pid are on a screen of 80 columns', t => {
	for (const state of Object.values(states).filter(({target: {name} = target}) => name.length < 20)) {
		t.regex(lineOf(state, 80), /prometheus.*4242/);
	}
});

/** Rows: a state on a wide screen, and what its header says. */
const testSays = test.macro((t, state: State, expected: RegExp) => {
	t.regex(lineOf(state, 160), expected);
});

test(
	'what is watched, since when, by what',
	testSays,
	watchedState(),
	/^ memtop {2}prometheus · pid 4242 · up 3d 4h · Go 1\.24 /,
);
test(
	'what is recorded',
	testSays,
	watchedState(),
	/● REC memory\.log · 12,345 samples · 1\.20 MiB · 8\.40 MiB\/day$/,
);
test(
	'what was lost',
	testSays,
	failing,
	/● NOT RECORDED memory\.log · .* · 3 lost · no space left on device$/,
);
test('frozen', testSays, states.frozen ?? openedState(), /FROZEN · prometheus/);
test('ended', testSays, states.ended ?? openedState(), /ended \d\d:\d\d:\d\d after 2h watched/);
test(
	'ten times a second makes ten times the bytes',
	testSays,
	{...watchedState(), interval: 0.1},
	/84\.0 MiB\/day/,
);
test('nothing recorded yet has no rate', testSays, withRecording({samples: 0, bytes: 0}), /0 samples · 0 B$/);

test('a start that is not known is left out', t => {
	const {startTime: _, ...rest} = target;
	t.false(lineOf({...openedState(plainSource), target: rest}, 160).includes('up '));
});

test('a name in wide letters takes the room that it takes on the screen', t => {
	const wide = {...withRecording({}), target: {...target, name: '日本語プログラム'}};
	for (const width of [50, 80, 120]) {
		const taken = [...lineOf(wide, width)].map(letter => eastAsianWidth(letter.codePointAt(0) ?? 0));
		t.true(taken.reduce((sum, cells) => sum + cells, 0) <= width, `${width}`);
	}
});
