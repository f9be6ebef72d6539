import {join} from 'node:path';
import test from 'ava';
import {holdBytes} from '../../../src/platform/linux/held-bytes.ts';
import {createFolder} from '../../helpers/proc-root.ts';

test('any place of a file', async t => {
	const file = await holdBytes(join(createFolder(t, {program: '0123456789'}), 'program'));
	t.is(String(await file.read(3, 4)), '3456');
	t.is(String(await file.read(8, 4)), '89');
	const into = Buffer.alloc(4);
	t.is(file.readNow(8, into), 2);
	t.is(String(into.subarray(0, 2)), '89');
	file.close();
});

test('a file closed while it is read gives what was asked for before, and nothing after', async t => {
	const file = await holdBytes(join(createFolder(t, {program: '0123456789'}), 'program'));
	const underway = file.read(0, 10);
	file.close();
	file.close();
	t.is(String(await underway), '0123456789');
	t.is((await file.read(0, 10)).length, 0);
	t.is(file.readNow(0, Buffer.alloc(4)), 0);
});

test('a file that is not there', async t => {
	await t.throwsAsync(holdBytes('/nowhere/at/all'), {code: 'ENOENT'});
});

test('memory where nothing is mapped', async t => {
	const memory = await holdBytes('/proc/self/mem');
	t.is((await memory.read(0, 8)).length, 0);
	t.throws(() => memory.readNow(0, Buffer.alloc(8)), {code: 'EIO'});
	memory.close();
});
