import {join} from 'node:path';
import test from 'ava';
import {openStatm, parseStatm, type Statm} from '../../../src/platform/linux/statm.ts';
import {startChild} from '../../helpers/child.ts';
import {createFolder} from '../../helpers/proc-root.ts';

const testStatm = test.macro((t, text: string, expected: Statm | undefined) => {
	t.deepEqual(parseStatm(Buffer.from(text), text.length, 4096), expected);
});

test('pages become bytes', testStatm, '1324 1070 764 183 0 326 0\n', {virt: 1324 * 4096, rss: 1070 * 4096});
test('zero', testStatm, '0 0 0 0 0 0 0\n', {virt: 0, rss: 0});
test('terabytes of address space', testStatm, '34359738367 5 1 0 0 0 0\n', {
	virt: 34359738367 * 4096,
	rss: 20480,
});
test('nothing', testStatm, '', undefined);
test('one number', testStatm, '1324', undefined);
test('one number and a space', testStatm, '1324 ', undefined);
test('cut within the second', testStatm, '1324 10', undefined);
test('no digits', testStatm, 'one two three\n', undefined);
test('a sign', testStatm, '-1 5 3\n', undefined);
test('two spaces', testStatm, '1  5 3\n', undefined);
test('a space first', testStatm, ' 1 5 3\n', undefined);

test('what a longer reading left behind does not count', t => {
	t.is(parseStatm(Buffer.from('1324 1070 764'), 4, 4096), undefined);
	t.is(parseStatm(Buffer.from('1324 1070 764'), 9, 4096), undefined);
});

test('a file is read anew each time', t => {
	const statm = openStatm(join(createFolder(t, {statm: '7 3 1 0 0 0 0\n'}), 'statm'), 1000);
	t.deepEqual(
		[statm.read(), statm.read()],
		[
			{virt: 7000, rss: 3000},
			{virt: 7000, rss: 3000},
		],
	);
	statm.close();
});

test('an ended process is never another one', async t => {
	const child = startChild(t, 'sleep', ['60']);
	const statm = openStatm(`/proc/${child.pid}/statm`, 4096);
	t.true((statm.read()?.rss ?? 0) > 0);
	await child.end();
	t.throws(statm.read, {code: 'ESRCH'});
	statm.close();
});
