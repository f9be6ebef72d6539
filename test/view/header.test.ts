import test from 'ava';
import {eastAsianWidth} from 'get-east-asian-width';
import type {State, View, Viewed} from '../../src/app/state.ts';
import type {RecordingStatus} from '../../src/model/recording-status.ts';
import {asciiGlyphs, unicodeGlyphs} from '../../src/view/glyphs.ts';
import {header} from '../../src/view/header.ts';
import {plainSource} from '../fixtures/source.ts';
import {comparedState, viewedState} from '../fixtures/viewed.ts';
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

const viewed = (change: Partial<Viewed> = {}, view: Partial<View> = {}): State => {
	const state = viewedState();
	return {
		...state,
		viewed: {
			path: '/logs/memory.log',
			recording: 1,
			recordings: 1,
			damaged: 0,
			remarks: [],
			isFollowed: false,
			...change,
		},
		view: {...state.view, ...view},
	};
};

const logs: Readonly<Record<string, State>> = {
	viewed: viewed(),
	'viewed with all there is to say': viewed({
		path: '/logs/a-long-name-of-a-log.log',
		recording: 12,
		recordings: 34,
		damaged: 1_234_567,
		firstDamaged: 89,
		remarks: ['stamps in milliseconds', 'stamps go back 3 times'],
		progress: 0.457,
		isFollowed: true,
	}),
	compared: comparedState(),
};

const testFits = test.macro((t, state: State) => {
	for (let width = 20; width <= 300; width += 1) {
		for (const glyphs of [unicodeGlyphs, asciiGlyphs]) {
			t.true(lineOf(state, width, glyphs).trimEnd().length <= width, `${width}`);
		}
	}
});

for (const [name, state] of Object.entries({...states, ...logs})) {
	test(`header ${name} fits at any width`, testFits, state);
}

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

/** Rows: a log that is looked at, the width of the screen, and what its header says. */
const testLog = test.macro((t, state: State, width: number, expected: RegExp) => {
	t.regex(lineOf(state, width), expected);
});

test(
	'what log is looked at',
	testLog,
	viewed({recording: 2, recordings: 3, damaged: 3, firstDamaged: 17, remarks: ['stamps in milliseconds']}),
	160,
	/^ memtop {2}prometheus · pid 4242 · recording 2\/3 · Go 1\.24 +memory\.log · 337 samples · 29m 55s · 3 damaged lines from line 17 · stamps in milliseconds$/,
);
test(
	'on a screen of 80 columns',
	testLog,
	viewed({damaged: 3, firstDamaged: 17}),
	80,
	/^ prometheus · pid 4242 .* memory\.log · 337 samples · 3 damaged lines from line 17$/,
);
test('one damaged line', testLog, viewed({damaged: 1, firstDamaged: 5}), 160, / · 1 damaged line, line 5$/);
test('how far it is read', testLog, viewed({progress: 0.457}), 80, / · reading 45 %$/);
test('followed', testLog, viewed({isFollowed: true}), 80, / · FOLLOWING$/);
test(
	'followed, but looked at in the past',
	testLog,
	viewed({isFollowed: true}, {edge: firstTime + 60}),
	80,
	/^ PAST · prometheus .*samples · 29m 55s$/,
);
test('a log is not the past', testLog, viewed({}, {edge: firstTime + 60}), 80, /^ memtop {2}prometheus /);
test(
	'two logs',
	testLog,
	comparedState(),
	120,
	/A memory\.log 337 · B old\.log 277 · 29m 55s · 3 damaged lines/,
);
test(
	'how far it is read is on the narrowest screen with charts',
	testLog,
	viewed({progress: 0.5, damaged: 9}),
	50,
	/9 damaged · reading 50 %$/,
);
test(
	'a watch that is looked at in the past',
	testLog,
	{...watchedState(), view: {...watchedState().view, edge: firstTime + 60}},
	80,
	/^ PAST · prometheus/,
);

test('a log is not being recorded', t => {
	for (let width = 20; width <= 200; width += 1) t.notRegex(lineOf(viewed(), width), /REC|●|recorded/);
});
