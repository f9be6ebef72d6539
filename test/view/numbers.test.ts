import test from 'ava';
import type {State} from '../../src/app/state.ts';
import {textOf} from '../../src/view/cells.ts';
import {unicodeGlyphs} from '../../src/view/glyphs.ts';
import {numbers} from '../../src/view/numbers.ts';
import {after, openedState, sampledAt, watchedState} from '../fixtures/watch.ts';

const textAt = (state: State, columns: number, rows: number): readonly string[] =>
	textOf(numbers(state, {columns, rows}, unicodeGlyphs));

/** Rows: the size of the screen, and what is on it below its header. */
const testNumbers = test.macro((t, columns: number, rows: number, expected: readonly string[]) => {
	t.deepEqual(textAt(watchedState(), columns, rows).slice(1), expected);
});

test('two numbers', testNumbers, 20, 5, [' in use 47.7 MiB', ' system 122 MiB', '', '']);
test('a narrow table', testNumbers, 30, 6, [
	'In use          47.7 MiB',
	'  max           48.0 MiB',
	'  per minute    -694 KiB',
	'System           122 MiB',
	'  max            122 MiB',
]);
test('a table', testNumbers, 49, 5, [
	'                  In use     System',
	'now             47.7 MiB    122 MiB',
	'min             40.0 MiB   90.0 MiB',
	'max             48.0 MiB    122 MiB',
]);
test('a wide screen that is low', testNumbers, 300, 9, [
	'                  In use     System',
	'now             47.7 MiB    122 MiB',
	'min             40.0 MiB   90.0 MiB',
	'max             48.0 MiB    122 MiB',
	'mean            44.0 MiB    102 MiB',
	'per minute      -694 KiB  +20.3 MiB',
	'                     now       peak',
	'RSS             97.9 MiB   97.9 MiB',
]);

const testLine = test.macro((t, columns: number, expected: string) => {
	t.deepEqual(textAt(watchedState(), columns, 1), [expected]);
});

test('one line', testLine, 19, '47.7 MiB/122 MiB');
test('one line that just fits', testLine, 16, '47.7 MiB/122 MiB');
test('one number', testLine, 15, '47.7 MiB');
test('no number rather than a cut one', testLine, 7, '');

test('nothing read yet', t => {
	t.deepEqual(textAt(openedState(), 19, 1), ['–/–']);
});

const testFrozen = test.macro((t, columns: number, rows: number) => {
	const frozen = after(watchedState(), {type: 'freezeToggled'});
	const before = textAt(frozen, columns, rows);
	t.deepEqual(textAt(after(frozen, sampledAt(120, {'go.alloc': 5, 'go.sys': 6})), columns, rows), before);
});

test('a frozen table stays as it is', testFrozen, 49, 9);
test('two frozen numbers stay as they are', testFrozen, 20, 5);
test('a frozen line stays as it is', testFrozen, 19, 4);
