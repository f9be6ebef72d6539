import test from 'ava';
import {parseElapsed, parsePs} from '../../../src/platform/portable/ps.ts';

// The form in which macOS prints these columns: numbers to the right, the program's whole path last.
const text = `    1 root       18432 12-03:04:05 /sbin/launchd
  501 ada       204800    01:02:03 /Applications/Visual Studio Code.app/Contents/MacOS/Electron
 9876 _windowserver 4096     00:20 -zsh
`;

test('lines of macOS', t => {
	t.deepEqual(parsePs(text, 2_000_000), [
		{
			pid: 1,
			name: 'launchd',
			user: 'root',
			rss: 18_432 * 1024,
			command: '/sbin/launchd',
			startTime: 2_000_000 - (((12 * 24 + 3) * 60 + 4) * 60 + 5),
		},
		{
			pid: 501,
			name: 'Electron',
			user: 'ada',
			rss: 204_800 * 1024,
			command: '/Applications/Visual Studio Code.app/Contents/MacOS/Electron',
			startTime: 2_000_000 - 3723,
		},
		{pid: 9876, name: '-zsh', user: '_windowserver', rss: 4096 * 1024, command: '-zsh', startTime: 1_999_980},
	]);
});

const testName = test.macro((t, program: string, expected: string) => {
	t.is(parsePs(`7 root 4 00:01 ${program}\n`, 0)[0]?.name, expected);
});

test('parentheses in a name', testName, '(zombie) (x', '(zombie) (x');
test('a folder', testName, '/opt/odd/', '/opt/odd/');
test('what could move the cursor', testName, '/bin/a\u001b[2J', 'a?[2J');

const testLeftOut = test.macro((t, line: string) => {
	t.deepEqual(parsePs(line, 0), []);
});

test('nothing', testLeftOut, '');
test('a heading', testLeftOut, '  PID USER   RSS ELAPSED COMM');
test('no program', testLeftOut, '  7 root 4 00:01');

test('a time of another form is not known', t => {
	t.deepEqual(parsePs('7 root 4 12 sh', 0), [{pid: 7, name: 'sh', user: 'root', rss: 4096, command: 'sh'}]);
});

const testElapsed = test.macro((t, written: string, seconds: number) => {
	t.is(parseElapsed(written), seconds);
});

test('seconds', testElapsed, '00:07', 7);
test('minutes', testElapsed, '59:59', 3599);
test('hours', testElapsed, '23:00:01', 82_801);
test('days', testElapsed, '100-00:00:00', 8_640_000);
test('words', testElapsed, 'long ago', Number.NaN);
