import {execFileSync} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import {LogError} from '../../src/log/errors.ts';
import {CannotGoOnError} from '../../src/model/cannot-go-on-error.ts';
import {createFolder} from '../helpers/proc-root.ts';
import {fileOf, headerOf, readPath, samplesOf, see} from './helpers/read.ts';

/** Rows: a log, and what is read of it: time and bytes in use of each sample. */
const testRead = test.macro(
	async (t, content: string, samples: readonly (readonly number[])[], viewed: object = {damaged: 0}) => {
		const seen = await see(t, content);
		t.deepEqual(samplesOf(seen, 'log.in_use'), samples);
		t.like(seen.viewed, {recording: 1, recordings: 1, ...viewed});
	},
);

const pair = [
	[1_294_926_363, 4],
	[1_294_926_364, 5],
];

test('whole lines', testRead, '# timestamp in-use system\n1294926363 4 8\n1294926364 5 9\n', pair);
test('one sample', testRead, '1294926363 4 8\n', pair.slice(0, 1));
test('CRLF', testRead, '# x\r\n1294926363 4 8\r\n1294926364 5 9\r\n', pair);
test('tabs and many spaces', testRead, '1294926363\t4\t8\n  1294926364    5   9   \n', pair);
test('more columns', testRead, '1294926363 4 8 7 words\n1294926364 5 9 7 words\n', pair);
test('no number in use', testRead, '1294926363 - 8\n1294926364 5 9\n', pair.slice(1));
test('a question mark', testRead, '1294926363 ? 8\n1294926364 5 9\n', pair.slice(1));
test('NaN', testRead, '1294926363 NaN 8\n1294926364 5 9\n', pair.slice(1));
test('an empty value', testRead, '1294926363  8\n1294926364 5 9\n', pair.slice(1), {
	damaged: 1,
	firstDamaged: 1,
});
test('milliseconds', testRead, '1294926363000 4 8\n1294926364000 5 9\n', pair, {
	remarks: ['stamps in milliseconds'],
});
test('equal stamps', testRead, '1294926363 4 8\n1294926363 5 9\n', [
	[1_294_926_363, 4],
	[1_294_926_363, 5],
]);
test('stamps a little back', testRead, '1294926363 4 8\n1294926362 5 9\n', [
	[1_294_926_363, 4],
	[1_294_926_363, 5],
]);
test('the year 2106', testRead, '4294967296 4 8\n', [[4_294_967_296, 4]]);
test('twenty digits', testRead, '1294926363 12345678901234567890 12345678901234567890\n', [
	[1_294_926_363, Number('12345678901234567890')],
]);
test('a negative value', testRead, '1294926363 -4 8\n1294926364 5 9\n', pair.slice(1), {damaged: 1});
test('half a line at the end', testRead, '1294926363 4 8\n1294926364 5 9\n129492636', pair);
test('words between', testRead, '1294926363 4 8\nKilled\n1294926364 5 9\n', pair, {
	damaged: 1,
	firstDamaged: 2,
});

test('stamps far back begin another recording', async t => {
	const log = await readPath(fileOf(t, '1294926363 4 8\n1294926364 5 9\n1294000000 6 10\n'));
	t.like(log.seen().viewed, {recording: 2, recordings: 2, remarks: ['time went back']});
	t.deepEqual(samplesOf(log.seen(), 'log.in_use'), [[1_294_000_000, 6]]);
});

/** Rows: what cannot be shown, and the one line that says so. */
const testRefused = test.macro(async (t, content: string | Uint8Array, expected: RegExp) => {
	const error = await t.throwsAsync(readPath(fileOf(t, content)));
	t.true(error instanceof LogError || error instanceof CannotGoOnError);
	t.regex(error.message, expected);
	t.regex(error.message, /^[^\n]*x\.log[^\n]*$/);
});

test('an empty file', testRefused, '', /^expected a recording with samples, got an empty file: /);
test('only a header', testRefused, headerOf(), /with samples, got only a header or comments: /);
test('only blank lines', testRefused, '\n\n', /with samples, got only a header or comments: /);
test('no line that ends', testRefused, '1294926363 4', /with samples, got a line without an end: /);
test('another text', testRefused, 'To be, or not to be\nthat is the question\n', /^expected .*, got /);
test('a binary file', testRefused, Buffer.alloc(5000, '\u0000\u0001\n\u00ff'), /^expected .*, got .*binary/);
test('gzip', testRefused, gzipSync('1294926363 4 8\n'), /^expected .*, got .*gzip/);

test('no such file', async t => {
	await t.throwsAsync(readPath(join(createFolder(t, {}), 'x.log')), {
		instanceOf: LogError,
		message: /got no such file/,
	});
});

test('a directory', async t => {
	const path = join(createFolder(t, {}), 'x.log');
	mkdirSync(path);
	await t.throwsAsync(readPath(path), {instanceOf: LogError, message: /got a directory/});
});

test('a pipe', async t => {
	const path = join(createFolder(t, {}), 'x.log');
	execFileSync('mkfifo', [path]);
	await t.throwsAsync(readPath(path), {instanceOf: LogError, message: /x\.log$/});
});

test('a megabyte without a newline is no sample', async t => {
	await t.throwsAsync(readPath(fileOf(t, '7'.repeat(3_000_000))), {message: /^expected .*x\.log$/});
});
