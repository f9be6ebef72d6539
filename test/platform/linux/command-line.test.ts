import test from 'ava';
import {parseCommandLine, readCommandLine} from '../../../src/platform/linux/command-line.ts';
import {createFolder} from '../../helpers/proc-root.ts';

const testWords = test.macro((t, text: string, expected: readonly string[]) => {
	t.deepEqual(parseCommandLine(text), expected);
});

test('words', testWords, 'node\0a b.js\0', ['node', 'a b.js']);
test('an empty word between', testWords, 'sh\0\0x\0', ['sh', '', 'x']);
test('one text with zeros behind it', testWords, 'nginx: worker\0\0\0\0', ['nginx: worker']);
test('no zero at the end', testWords, 'redis-server *:6379', ['redis-server *:6379']);
test('nothing', testWords, '', []);

test('no such file', t => {
	t.deepEqual(readCommandLine(createFolder(t, {})), []);
});
