import test, {type ExecutionContext} from 'ava';
import type {State} from '../../src/app/state.ts';
import type {Sample} from '../../src/model/sample.ts';
import {markOf, printedValue} from '../../src/view/current.ts';
import {goSource} from '../fixtures/source.ts';
import {after, mebibyte, openedState, sampledAt} from '../fixtures/watch.ts';

const values = {
	'go.alloc': mebibyte,
	'go.sys': 2 * mebibyte,
	'os.rss': 3 * mebibyte,
	'os.virt': 4 * mebibyte,
};

const sampled = (change: Partial<Sample>): State =>
	after(openedState({...goSource, parts: ['go.alloc', 'os.virt']}), sampledAt(0, values, change));

/** Rows: how certain a sample is, and the marks of in use, of system, of another part of it, and of RSS. */
const testMarks = (t: ExecutionContext, change: Partial<Sample>, expected: readonly string[]) => {
	const state = sampled(change);
	t.deepEqual(
		['go.alloc', 'go.sys', 'os.virt', 'os.rss'].map(id => markOf(state, id)),
		expected,
	);
};

test('certain', testMarks, {approximate: false}, ['', '', '', '']);
test('both and so their parts', testMarks, {uncertain: ['go.alloc', 'go.sys']}, ['~', '~', '~', '']);
test('one of the two', testMarks, {uncertain: ['go.alloc']}, ['~', '', '', '']);
test('another metric', testMarks, {uncertain: ['os.rss']}, ['', '', '', '~']);

test('the mark stands before the number', t => {
	t.is(printedValue(sampled({uncertain: ['go.alloc']}), 'go.alloc'), '~1.00 MiB');
	t.is(printedValue(sampled({uncertain: ['go.alloc']}), 'os.rss'), '3.00 MiB');
});

test('nothing is marked that has no number', t => {
	const state = after(openedState(), sampledAt(0, {'os.rss': 1}, {uncertain: ['go.alloc']}));
	t.is(printedValue(state, 'go.alloc'), '–');
});

test('a frozen view keeps the marks it was frozen with', t => {
	const state = after(sampled({uncertain: ['go.alloc']}), {type: 'freezeToggled'}, sampledAt(1, values));
	t.is(markOf(state, 'go.alloc'), '~');
});

test('a number that a sample does not have keeps its mark', t => {
	const state = after(
		openedState(),
		sampledAt(0, values, {uncertain: ['os.rss', 'go.alloc']}),
		sampledAt(1, {'go.alloc': 1}),
	);
	t.deepEqual(
		['go.alloc', 'os.rss'].map(id => markOf(state, id)),
		['', '~'],
	);
});
