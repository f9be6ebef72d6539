import test from 'ava';
import {parseTasklist} from '../../../src/platform/portable/tasklist.ts';

test('lines of Windows, thousands separated as the country does', t => {
	const text =
		'"System Idle Process","0","Services","0","8 K"\r\n' +
		'"node.exe","4242","Console","1","61,412 K"\r\n' +
		'"soffice.bin","99","Console","1","1.061.412 K"\r\n';
	t.deepEqual(parseTasklist(text), [
		{pid: 0, name: 'System Idle Process', rss: 8192, command: 'System Idle Process'},
		{pid: 4242, name: 'node.exe', rss: 61_412 * 1024, command: 'node.exe'},
		{pid: 99, name: 'soffice.bin', rss: 1_061_412 * 1024, command: 'soffice.bin'},
	]);
});

test('other lines are left out', t => {
	t.deepEqual(parseTasklist('INFO: No tasks are running.\r\n"a","b","c","d","e"\r\n\r\n'), []);
});
