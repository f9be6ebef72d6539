import {execFileSync} from 'node:child_process';
import {rmSync} from 'node:fs';
import test, {type ExecutionContext} from 'ava';
import {bytesBefore} from '../../src/recorded/file-status.ts';
import {fileOf} from './helpers/read.ts';

const testBytes = test.macro(
	async (t, change: (path: string, t: ExecutionContext) => void, offset: number, expected: string) => {
		const path = fileOf(t, `${'x'.repeat(300)}end`);
		change(path, t);
		t.is(String(await bytesBefore(path, offset)), expected);
	},
);

const asItIs = () => {};
test('a few', testBytes, asItIs, 3, 'xxx');
test('a line', testBytes, asItIs, 303, `${'x'.repeat(253)}end`);
test('beyond the end', testBytes, asItIs, 400, `${'x'.repeat(156)}end`);
test('no file', testBytes, path => rmSync(path), 3, '');
test(
	'a FIFO in its place',
	testBytes,
	path => {
		rmSync(path);
		execFileSync('mkfifo', [path]);
	},
	3,
	'',
);
