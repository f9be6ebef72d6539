import test from 'ava';
import type {KeyAction} from '../../src/app/action.ts';
import {
	actionFor,
	bindingsFor,
	type KeyBinding,
	keyBindings,
	leavingKeys,
	markKeys,
	pickerKeys,
} from '../../src/app/keys.ts';
import type {State, Viewed} from '../../src/app/state.ts';

const testUnique = test.macro((t, bindings: readonly KeyBinding[]) => {
	const keys = bindings.flatMap(binding => binding.keys);
	t.deepEqual(keys, [...new Set(keys)]);
});

test('no key of the live screen means two things', testUnique, keyBindings);
test('no key of the picker means two things', testUnique, pickerKeys);

const viewed: Viewed = {
	path: 'memory.log',
	recording: 1,
	recordings: 2,
	damaged: 0,
	remarks: [],
	isFollowed: false,
};

test('every binding is found by each of its keys, where it means something', t => {
	for (const {keys, action, where} of keyBindings as readonly KeyBinding[]) {
		for (const name of keys) {
			t.deepEqual(actionFor({overlay: 'none'}, {name}), where === 'view' ? undefined : action, name);
			t.deepEqual(actionFor({overlay: 'none', viewed}, {name}), where === 'live' ? undefined : action, name);
		}
	}
});

const testOverlay = test.macro((t, overlay: State['overlay'], bindings: readonly KeyBinding[]) => {
	t.deepEqual(bindingsFor({overlay}), bindings);
	for (const {keys, action} of bindings) {
		for (const name of keys) t.deepEqual(actionFor({overlay, viewed}, {name}), action, name);
	}
});

test('keys of the picker', testOverlay, 'picker', pickerKeys);
test('keys while a mark is typed', testOverlay, 'mark', markKeys);
test('keys of the question on leaving', testOverlay, 'leaving', leavingKeys);

test('a log is viewed without the keys of a watch, and a watch without those of a log', t => {
	const labels = (state: Pick<State, 'overlay' | 'viewed'>) => bindingsFor(state).map(({label}) => label);
	const live = labels({overlay: 'none'});
	const view = labels({overlay: 'help', viewed});
	t.deepEqual(
		live.filter(label => !view.includes(label)),
		['r', 'S', 'p', 'd', '<', '>'],
	);
	t.deepEqual(
		view.filter(label => !live.includes(label)),
		['[', ']', 'a'],
	);
});

test('every binding says what it does in its own words', t => {
	const helps = keyBindings.map(({help}) => help);
	t.deepEqual(helps, [...new Set<string>(helps)]);
});

type Pressed = readonly [overlay: State['overlay'], name: string, text?: string];

const testKey = test.macro((t, [overlay, name, text]: Pressed, expected: KeyAction | undefined) => {
	t.deepEqual(actionFor({overlay}, text === undefined ? {name} : {name, text}), expected);
});

test('a key without a meaning', testKey, ['none', 'y', 'y'], undefined);
test('q leaves', testKey, ['none', 'q', 'q'], {type: 'quitAsked'});
test('q closes the help', testKey, ['help', 'q', 'q'], {type: 'helpToggled'});
test('escape closes the help', testKey, ['help', 'escape'], {type: 'helpToggled'});
test('? closes the help', testKey, ['help', '?', '?'], {type: 'helpToggled'});
test('C-c leaves from the help', testKey, ['help', 'C-c'], {type: 'quitAsked'});
test('the help scrolls', testKey, ['help', 'down'], {type: 'helpScrolled', by: 1});
test('the help scrolls by pages', testKey, ['help', 'pageup'], {type: 'helpScrolled', by: -10});
test('keys go on under the help', testKey, ['help', 'r', 'r'], {type: 'recordingToggled'});
test('q is typed into the picker', testKey, ['picker', 'q', 'q'], {type: 'pickerTyped', text: 'q'});
test('a space is typed into the picker', testKey, ['picker', 'space', ' '], {type: 'pickerTyped', text: ' '});
test('a letter is typed into a mark', testKey, ['mark', 'k', 'k'], {type: 'markTyped', text: 'k'});
test('escape sets no mark', testKey, ['mark', 'escape'], {type: 'markCancelled'});
test('k is up in the help', testKey, ['help', 'k', 'k'], {type: 'helpScrolled', by: -1});
test('arrows move the cursor under the help', testKey, ['help', 'left'], {type: 'cursorMoved', by: -1});
test('? is typed into the picker', testKey, ['picker', '?', '?'], {type: 'pickerTyped', text: '?'});
test('C-c leaves from the picker', testKey, ['picker', 'C-c'], {type: 'quitAsked'});
test('escape leaves the picker', testKey, ['picker', 'escape'], {type: 'pickerClosed'});
test('a key that writes nothing is not typed', testKey, ['picker', 'f5'], undefined);
test('arrows do nothing on the live screen', testKey, ['none', 'up'], undefined);
