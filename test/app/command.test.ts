import test from 'ava';
import type {KeyAction} from '../../src/app/action.ts';
import {actionFor, leavingKeys} from '../../src/app/keys.ts';
import type {StartedCommand, State} from '../../src/app/state.ts';
import {update} from '../../src/app/update.ts';
import {after, openedState, target} from '../fixtures/watch.ts';

const command: StartedCommand = {
	pid: target.pid,
	name: 'prometheus',
	output: 'memtop-x.out',
	isEnding: false,
};
const started = after(openedState(), {type: 'commandStarted', command});
const asked = after(started, {type: 'quitAsked'});
const ending = after(asked, {type: 'commandEndAsked'});
const ended = after(started, {type: 'commandEnded', ending: {status: 3}});

/** Rows: a state, what is done in it, the overlay after it, and what is asked for outside. */
const testUpdate = test.macro(
	(
		t,
		[state, action]: readonly [State, KeyAction],
		overlay: State['overlay'],
		effects: readonly string[],
	) => {
		const [next, asks] = update(state, action);
		t.is(next.overlay, overlay);
		t.deepEqual(
			asks.map(({type}) => type),
			effects,
		);
	},
);

const quit: KeyAction = {type: 'quitAsked'};

test('q leaves where nothing was started', testUpdate, [openedState(), quit], 'none', ['quit']);
test('q asks while a command runs', testUpdate, [started, quit], 'leaving', []);
test('q leaves once it has ended', testUpdate, [ended, quit], 'none', ['quit']);
test('left running', testUpdate, [asked, {type: 'commandLeft'}], 'leaving', ['quit']);
test('to be ended', testUpdate, [asked, {type: 'commandEndAsked'}], 'none', ['endCommand']);
test('to be ended once only', testUpdate, [ending, {type: 'commandEndAsked'}], 'none', []);
test('back', testUpdate, [asked, {type: 'leavingCancelled'}], 'none', []);
test('q asks again while it ends', testUpdate, [ending, quit], 'leaving', []);
test('C-c asks from the picker', testUpdate, [after(started, {type: 'pickerOpened'}), quit], 'leaving', []);

test('the question ends with the command', t => {
	t.is(after(asked, {type: 'commandEnded', ending: {status: 0}}).overlay, 'none');
	t.is(after(started, {type: 'helpToggled'}, {type: 'commandEnded', ending: {status: 0}}).overlay, 'help');
});

test('the end of a command is told where another process is watched', t => {
	t.is(ended.notice, undefined);
	const elsewhere = after(started, {
		type: 'opened',
		target: {...target, pid: 77},
		source: started.source,
		interval: 1,
	});
	const {notice} = after(elsewhere, {type: 'commandEnded', ending: {status: 137, signal: 'SIGKILL'}});
	t.is(notice?.text, 'prometheus (pid 4242) ended by SIGKILL');
});

test('another program in the same process has other names', t => {
	const now = {...target, name: 'node'};
	t.is(after(started, {type: 'executed', target: now}).target?.name, 'node');
});

test('every key of the question is found, and means one thing', t => {
	const keys = leavingKeys.flatMap(binding => [...binding.keys] as string[]);
	t.deepEqual(keys, [...new Set(keys)]);
	for (const {keys, action} of leavingKeys) {
		for (const name of keys) t.deepEqual(actionFor({overlay: 'leaving'}, {name}), action, name);
	}
	t.is(actionFor({overlay: 'leaving'}, {name: 'r', text: 'r'}), undefined);
});
