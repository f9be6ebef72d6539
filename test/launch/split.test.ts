import test from 'ava';
import {splitWords, type Words} from '../../src/launch/split.ts';
import {UsageError} from '../../src/model/usage-error.ts';

/** Rows: words of a command line, and what they are for. */
const testSplit = test.macro((t, words: string, expected: Words) => {
	t.deepEqual(splitWords(words.split(' ')), expected);
});

test('no command', testSplit, '-p 42 -d 1', {own: ['-p', '42', '-d', '1']});
test('a command alone', testSplit, '-- node', {own: [], command: ['node']});
test('a command with arguments', testSplit, 'record -d 1 -- node -p 42', {
	own: ['record', '-d', '1'],
	command: ['node', '-p', '42'],
});
test("only the first -- is memtop's own", testSplit, '-- npm start -- -v', {
	own: [],
	command: ['npm', 'start', '--', '-v'],
});

test('nothing behind it', t => {
	t.throws(() => splitWords(['-d', '1', '--']), {
		instanceOf: UsageError,
		message: 'expected a command after --, got none',
	});
});
