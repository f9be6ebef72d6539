import test from 'ava';
import {cleanText} from '../../src/model/clean.ts';

const testClean = test.macro((t, text: string, expected: string) => {
	t.is(cleanText(text), expected);
});

test('plain text is left alone', testClean, 'node --inspect=1 "ä" 日本 🙂', 'node --inspect=1 "ä" 日本 🙂');
test('nothing', testClean, '', '');
test('an escape sequence', testClean, '\u001b]0;owned\u0007', '?]0;owned?');
test('one-byte escapes (C1)', testClean, '\u009b31m\u0085\u0090', '?31m??');
test('line breaks and tabs', testClean, 'a\nb\rc\td', 'a?b?c?d');
test('NUL and DEL', testClean, 'a\u0000b\u007f', 'a?b?');
test('text that runs backwards', testClean, 'exe\u202etxt\u2066\u061c', 'exe?txt??');
test('text that is not seen', testClean, 'a\u200bb\ufeffc\u2060', 'a?b?c?');
test('line and paragraph separators', testClean, 'a\u2028b\u2029', 'a?b?');
test('half a character', testClean, 'a\ud83db\udc00', 'a?b?');
test('invalid UTF-8', testClean, Buffer.from([0x61, 0xff, 0xc0]).toString(), 'a??');
test('interlinear marks', testClean, '\ufff9x\ufffb', '?x?');

test('long text is cut', t => {
	t.is(cleanText('x'.repeat(300)), 'x'.repeat(200));
	t.is(cleanText('abcdef', 3), 'abc');
});

test('a character cut in half is not left as one', t => {
	t.is(cleanText('ab🙂', 3), 'ab?');
});
