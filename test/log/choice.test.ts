import {execFileSync} from 'node:child_process';
import {
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {createServer} from 'node:net';
import {join} from 'node:path';
import test from 'ava';
import {systemFiles} from '../../src/log/files.ts';
import {LogError, openLog} from '../../src/log/writer.ts';
import {headerEntry, headerLines} from './helpers/entries.ts';
import {temporaryFolder} from './helpers/folder.ts';
import {openTestLog} from './helpers/open.ts';

const plain = '1294926363 4433792 11118840\n';

const makers = {
	'a directory': (path: string) => mkdirSync(path),
	'a symbolic link': (path: string) => symlinkSync('elsewhere', path),
	'a FIFO': (path: string) => execFileSync('mkfifo', [path]),
	words: (path: string) => writeFileSync(path, 'dear diary,\n'),
	'numbers that are no times': (path: string) => writeFileSync(path, '1 2 3\n'),
	milliseconds: (path: string) => writeFileSync(path, '1294926363000 2 3\n'),
	'comments only': (path: string) => writeFileSync(path, '#!/bin/sh\n# run me\n'),
	bytes: (path: string) => writeFileSync(path, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0xff])),
	'a later version': (path: string) => writeFileSync(path, `# memtop 2 {}\n${plain}`),
	'a plain log and half a line': (path: string) => writeFileSync(path, `${plain}12949`),
	'a log with a damaged end': (path: string) => writeFileSync(path, headerLines() + 'x'.repeat(70_000)),
} as const satisfies Record<string, (path: string) => void>;

const testRefusal = test.macro((t, kind: keyof typeof makers, expected: string) => {
	const path = join(temporaryFolder(t), 'x.log');
	makers[kind](path);
	const before = contentOf(path);
	const error = t.throws(() => openLog({path, folder: '/', pid: 1, guard: false}), {instanceOf: LogError});
	t.is(error.message, `expected ${expected}: ${path}`);
	t.is(contentOf(path), before);
});

const contentOf = (path: string): string | undefined =>
	lstatSync(path).isFile() ? readFileSync(path, 'latin1') : undefined;

for (const kind of ['a directory', 'a symbolic link', 'a FIFO'] as const) {
	test(`-o refuses ${kind}`, testRefusal, kind, `a regular file for the log, got ${kind}`);
}

for (const kind of [
	'words',
	'numbers that are no times',
	'milliseconds',
	'comments only',
	'bytes',
	'a later version',
] as const) {
	test(`-o refuses ${kind}`, testRefusal, kind, 'a memory log, got another kind of file');
}

test(
	'-o refuses half a line of another program',
	testRefusal,
	'a plain log and half a line',
	'a log of whole lines, got half a line at its end',
);
test(
	'-o refuses a damaged end',
	testRefusal,
	'a log with a damaged end',
	'a memory log of whole lines, got a damaged end',
);

const testPlace = test.macro((t, path: string, expected: string) => {
	const error = t.throws(() => openLog({path, folder: '/', pid: 1}), {instanceOf: LogError});
	t.is(error.message, expected);
});

test(
	'-o refuses a device',
	testPlace,
	'/dev/full',
	'expected a regular file for the log, got a device: /dev/full',
);
test(
	'-o refuses a missing folder',
	testPlace,
	'/no/such/x.log',
	'expected an existing folder for the log, got none: /no/such',
);
test(
	'-o refuses a file as a folder',
	testPlace,
	'/dev/null/x.log',
	'expected a folder that takes a log, got a file in place of a folder: /dev/null',
);

test('-o refuses a socket', async t => {
	const path = join(temporaryFolder(t), 'x.log');
	const server = createServer();
	await new Promise<void>(resolve => server.listen(path, resolve));
	t.throws(() => openLog({path, folder: '/', pid: 1}), {
		message: `expected a regular file for the log, got a socket: ${path}`,
	});
	server.close();
});

const failingOpen = (code: string) => ({
	...systemFiles,
	open: () => {
		throw Object.assign(new Error(code), {code});
	},
});

test('-o refuses a folder without permission', t => {
	const folder = temporaryFolder(t);
	const open = () => openLog({path: join(folder, 'x.log'), folder, pid: 1, files: failingOpen('EACCES')});
	t.throws(open, {message: `expected a folder that takes a log, got no permission: ${folder}`});
});

test('-o refuses a file without permission', t => {
	const folder = temporaryFolder(t);
	const path = join(folder, 'x.log');
	writeFileSync(path, '');
	const open = () => openLog({path, folder, pid: 1, files: failingOpen('EACCES')});
	t.throws(open, {message: `expected a log that may be written, got no permission: ${path}`});
});

test('a link planted after the look is not followed', t => {
	const folder = temporaryFolder(t);
	const path = join(folder, 'x.log');
	const open: typeof systemFiles.open = (...parameters) => {
		symlinkSync(join(folder, 'victim'), path);
		return systemFiles.open(...parameters);
	};
	t.throws(() => openLog({path, folder, pid: 1, files: {...systemFiles, open}}), {instanceOf: LogError});
	t.false(existsSync(join(folder, 'victim')));
});

test('a FIFO planted after the look is refused and does not hang', t => {
	const folder = temporaryFolder(t);
	const path = join(folder, 'x.log');
	const open: typeof systemFiles.open = (...parameters) => {
		execFileSync('mkfifo', [path]);
		return systemFiles.open(...parameters);
	};
	t.throws(() => openLog({path, folder, pid: 1, files: {...systemFiles, open}}), {
		message: `expected a regular file for the log, got a FIFO: ${path}`,
	});
});

test('a name with control characters is shown without them', t => {
	const path = join(temporaryFolder(t), 'a\u001b[2J.log');
	mkdirSync(path);
	const error = t.throws(() => openLog({path, folder: '/', pid: 1}), {instanceOf: LogError});
	t.true(error.message.endsWith('/a?[2J.log'));
});

const testFallback = test.macro((t, kind: keyof typeof makers) => {
	const folder = temporaryFolder(t);
	makers[kind](join(folder, 'memory.log'));
	const before = contentOf(join(folder, 'memory.log'));
	const {log, read} = openTestLog(t, {folder});
	log.write(headerEntry());
	t.is(read('memory-4242.log'), headerLines());
	t.is(contentOf(join(folder, 'memory.log')), before);
	t.like(log.status(), {state: 'recording', path: join(folder, 'memory-4242.log')});
	t.regex(log.status().notice ?? '', /^recording to memory-4242\.log: expected .*\/memory\.log$/);
});

test('memory.log of another program', testFallback, 'words');
test('memory.log that is a plain log', testFallback, 'numbers that are no times');
test('memory.log that is a directory', testFallback, 'a directory');
test('memory.log that is a link', testFallback, 'a symbolic link');
test('memory.log that is a FIFO', testFallback, 'a FIFO');

test('a plain log is left alone unless it is named', t => {
	const folder = temporaryFolder(t);
	writeFileSync(join(folder, 'memory.log'), plain);
	const {log} = openTestLog(t, {folder});
	t.is(log.status().path, join(folder, 'memory-4242.log'));
});

test('further names are tried in turn', t => {
	const folder = temporaryFolder(t);
	for (const name of ['memory.log', 'memory-4242.log', 'memory-4242-2.log']) mkdirSync(join(folder, name));
	const {log} = openTestLog(t, {folder});
	t.is(log.status().path, join(folder, 'memory-4242-3.log'));
});

test('no name is free', t => {
	const folder = temporaryFolder(t);
	const names = ['', '-4242', ...Array.from({length: 19}, (_, index) => `-4242-${index + 2}`)];
	for (const name of names) mkdirSync(join(folder, `memory${name}.log`));
	const {log} = openTestLog(t, {folder});
	t.deepEqual(log.status(), {
		state: 'unavailable',
		...{samples: 0, bytes: 0, lost: 0},
		reason: `expected a free name for the log, got 21 that are taken: ${folder}`,
	});
});

const testUnavailable = test.macro((t, folder: string, reason: RegExp) => {
	const {log} = openTestLog(t, {folder});
	log.write(headerEntry());
	log.pause();
	log.resume();
	log.flush();
	t.is(log.status().state, 'unavailable');
	t.regex(log.status().reason ?? '', reason);
});

test(
	'a folder that takes no files',
	testUnavailable,
	'/sys',
	/^expected a folder that takes a log, got .*: \/sys$/,
);
test(
	'a folder that is missing',
	testUnavailable,
	'/no/such',
	/^expected an existing folder for the log, got none: \/no\/such$/,
);

test('a refusal leaves nothing behind', t => {
	const folder = temporaryFolder(t);
	const statfs = () => ({...systemFiles.statfs(folder), blocks: 1000, bavail: 9, bsize: 1_048_576});
	const path = join(folder, 'x.log');
	const open = () => openLog({path, folder, pid: 1, files: {...systemFiles, statfs}});
	t.throws(open, {
		message: `expected at least 10.0 MiB free on the disk of the log, got 9.00 MiB: ${path}`,
	});
	t.deepEqual(readdirSync(folder), []);
});
