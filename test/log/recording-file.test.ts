import {spawnSync} from 'node:child_process';
import {truncateSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import test, {type ExecutionContext} from 'ava';
import {LogError} from '../../src/log/errors.ts';
import {readRows} from '../../src/log/rows.ts';
import {temporaryFolder} from './helpers/folder.ts';
import {shortItems} from './helpers/rows.ts';

const testRefused = test.macro(
	async (t, make: (path: string, t: ExecutionContext) => unknown, got: string) => {
		const path = join(temporaryFolder(t), 'x.log');
		await make(path, t);
		const message = `expected a recording, got ${got}: ${path}`;
		await t.throwsAsync(shortItems(path), {instanceOf: LogError, message});
	},
);

const writing = (content: string | Uint8Array) => (path: string) => writeFileSync(path, content);

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');

const listen = (path: string, t: ExecutionContext) =>
	new Promise<void>(resolve => {
		const server = createServer().listen(path, resolve);
		t.teardown(() => server.close());
	});

test('nothing there', testRefused, () => {}, 'no such file');
test('a pipe', testRefused, path => spawnSync('mkfifo', [path]), 'a pipe');
test('a socket', testRefused, listen, 'a socket');
test('gzip', testRefused, writing(gzipSync('1294926363 1 2\n')), 'a gzip file; gunzip it first');
test('zstd', testRefused, writing(bytes('28b52ffd 24 0f 79 00 00')), 'a zstd file; unzstd it first');
test('xz', testRefused, writing(bytes('fd377a585a00 0004 e6d6')), 'an xz file; unxz it first');
test('zip', testRefused, writing(bytes('504b0304 1400 0000')), 'a zip file; unzip it first');
test('bzip2', testRefused, writing('BZh91AY&SY'), 'a bzip2 file; bunzip2 it first');
test(
	'UTF-16',
	testRefused,
	writing(Buffer.from('\ufeff1 2 3\n', 'utf16le')),
	'text in UTF-16; iconv it to UTF-8 first',
);
test('binary', testRefused, writing(Buffer.from('\u007fELF\0\0\n\0\0\n')), 'a binary file');
test('zeros without a newline', testRefused, writing(Buffer.alloc(3_000_000)), 'a binary file');
test('text', testRefused, writing('Dear reader,\nhello\n'), 'a file without a sample');
test('one long line', testRefused, writing('x'.repeat(3_000_000)), 'a file without a sample');
test('a damaged header only', testRefused, writing('# memtop 1 {"pid"\n'), 'a file without a sample');

const testEmpty = test.macro(async (t, text: string, expected: readonly string[]) => {
	const path = join(temporaryFolder(t), 'x.log');
	writeFileSync(path, text);
	t.deepEqual(await shortItems(path), expected);
});

test('0 bytes', testEmpty, '', ['end at 0, 0 lines']);
test('comments only', testEmpty, '# one\n# two\n', ['end at 12, 2 lines']);
test('a sample without its end', testEmpty, '1294926363 1 2', ['end at 0, 0 lines', 'half a line']);
test('one sample', testEmpty, '1294926363 1 2\n', [
	'recording seconds at 0, line 1',
	'1294926363 1 2 0',
	'end at 15, 1 lines',
]);

test('a file that shrinks while it is read', async t => {
	const path = join(temporaryFolder(t), 'x.log');
	writeFileSync(path, '1294926363 1 2\n'.repeat(1_000_000));
	let samples = 0;
	let end = 0;
	for await (const item of readRows(path)) {
		if (item.type === 'recording') truncateSync(path, 100);
		if (item.type === 'rows') samples += item.length;
		if (item.type === 'fileEnd') end = item.position.offset;
	}
	t.is(end, 15 * samples);
	t.true(samples > 0 && samples < 1_000_000);
});
