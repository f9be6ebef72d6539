import test from 'ava';
import type {Action} from '../../src/app/action.ts';
import {update} from '../../src/app/update.ts';
import {after, curveState, firstTime, openedState} from '../fixtures/watch.ts';

const ask: Action = {type: 'markAsked'};
const set: Action = {type: 'markSet'};
const erase: Action = {type: 'markErased'};
const type = (text: string): readonly Action[] => [...text].map(one => ({type: 'markTyped', text: one}));

/** Rows: the text of the mark that is asked to be written after some keys. */
const testText = test.macro((t, keys: readonly Action[], text: string) => {
	const [state, effects] = update(after(curveState([1, 2, 3]), ask, ...keys), set);
	t.deepEqual(effects, [{type: 'writeMark', time: firstTime + 2, text}]);
	t.is(state.overlay, 'none');
	t.is(state.typedMark, undefined);
});

test('what was typed', testText, type('deploy v2'), 'deploy v2');
test('nothing typed', testText, [], '');
test('erased', testText, [...type('ab'), erase, ...type('c')], 'ac');
test('erased past the beginning', testText, [erase, erase, ...type('a')], 'a');
test('a character outside the basic plane erased', testText, [{type: 'markTyped', text: 'a😀'}, erase], 'a');
test('blanks around it', testText, type('  a b '), 'a b');
test('text that no terminal should get', testText, type('a\u001b\u202eb'), 'a??b');
test('at most 80 characters', testText, type('x'.repeat(100)), 'x'.repeat(80));

test('a mark is being typed', t => {
	const state = after(curveState([1, 2, 3]), ask, ...type('abc'));
	t.is(state.overlay, 'mark');
	t.deepEqual(state.typedMark, {text: 'abc', time: firstTime + 2});
});

test('a mark is set where the cursor is', t => {
	const move: Action = {type: 'cursorMoved', by: -1};
	t.is(after(curveState([1, 2, 3]), move, move, ask).typedMark?.time, firstTime + 1);
});

test('no mark', t => {
	const [state, effects] = update(after(curveState([1]), ask, ...type('x')), {type: 'markCancelled'});
	t.deepEqual([state.overlay, state.typedMark, effects], ['none', undefined, []]);
});

test('no mark before the first sample', t => {
	t.like(after(openedState(), ask), {overlay: 'none', notice: {text: 'there is no sample yet to be marked'}});
});
