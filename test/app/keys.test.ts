import test from 'ava';
import type {KeyAction} from '../../src/app/action.ts';
import {actionFor, type KeyBinding, keyBindings, pickerKeys} from '../../src/app/keys.ts';
import type {State} from '../../src/app/state.ts';

const testUnique = test.macro((t, bindings: readonly KeyBinding[]) => {
	const keys = bindings.flatMap(binding => binding.keys);
	t.deepEqual(keys, [...new Set(keys)]);
});

test('no key of the live screen means two things', testUnique, keyBindings);
test('no key of the picker means two things', testUnique, pickerKeys);

test('every binding is found by each of its keys', t => {
	for (const {keys, action} of keyBindings) {
		for (const name of keys) t.deepEqual(actionFor('none', {name}), action, name);
	}
	for (const {keys, action} of pickerKeys) {
		for (const name of keys) t.deepEqual(actionFor('picker', {name}), action, name);
	}
});

test('every binding says what it does in its own words', t => {
	const helps = keyBindings.map(({help}) => help);
	t.deepEqual(helps, [...new Set<string>(helps)]);
});

type Pressed = readonly [overlay: State['overlay'], name: string, text?: string];

const testKey = test.macro((t, [overlay, name, text]: Pressed, expected: KeyAction | undefined) => {
	t.deepEqual(actionFor(overlay, text === undefined ? {name} : {name, text}), expected);
});

test('a key without a meaning', testKey, ['none', 'x', 'x'], undefined);
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
test('? is typed into the picker', testKey, ['picker', '?', '?'], {type: 'pickerTyped', text: '?'});
test('C-c leaves from the picker', testKey, ['picker', 'C-c'], {type: 'quitAsked'});
test('escape leaves the picker', testKey, ['picker', 'escape'], {type: 'pickerClosed'});
test('a key that writes nothing is not typed', testKey, ['picker', 'f5'], undefined);
test('arrows do nothing on the live screen', testKey, ['none', 'up'], undefined);
