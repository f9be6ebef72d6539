import test from 'ava';
import {createCollectionCounter} from '../../../src/sources/v8/collections.ts';

test('what ended isolates counted stays', t => {
	const {note, retire, total} = createCollectionCounter();
	note(1, {collections: 5, major: 2});
	note(2, {collections: 3, major: 0});
	t.deepEqual(total(), {collections: 8, major: 2});
	retire(2);
	t.deepEqual(total(), {collections: 8, major: 2});
	note(1, {collections: 6, major: 2});
	t.deepEqual(total(), {collections: 9, major: 2});
});

test('another isolate at the same place adds to what was counted there', t => {
	const {note, total} = createCollectionCounter();
	note(1, {collections: 5, major: 2});
	note(1, {collections: 1, major: 0});
	t.deepEqual(total(), {collections: 6, major: 2});
});

test('an isolate that was never noted', t => {
	const {retire, total} = createCollectionCounter();
	retire(7);
	t.deepEqual(total(), {collections: 0, major: 0});
});
