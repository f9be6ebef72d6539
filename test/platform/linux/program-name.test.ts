import test from 'ava';
import {programName} from '../../../src/platform/linux/program-name.ts';

const testName = test.macro((t, kernelName: string, words: readonly string[], expected: string) => {
	t.is(programName(kernelName, words), expected);
});

test('the name the kernel keeps', testName, 'nginx', ['nginx: worker process'], 'nginx');
test(
	'a name cut at 15 bytes',
	testName,
	'gnome-session-b',
	['/usr/libexec/gnome-session-binary'],
	'gnome-session-binary',
);
test('15 bytes of another name', testName, 'exactly-fifteen', ['/usr/bin/other'], 'exactly-fifteen');
test('the main thread of Node', testName, 'MainThread', ['/usr/bin/node', 'a.js'], 'node');
test('the main thread of a later Node', testName, 'node-MainThread', ['node'], 'node');
test('no arguments', testName, 'MainThread', [], 'MainThread');
test('what could move the cursor', testName, 'a\u001b[2J', [], 'a?[2J');
test('line ends', testName, 'a\nb', [], 'a?b');
