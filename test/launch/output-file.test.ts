import {execFileSync} from 'node:child_process';
import {
	closeSync,
	constants,
	mkdirSync,
	openSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeSync,
} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {openOutputFile, outputName} from '../../src/launch/output-file.ts';
import {CannotGoOnError} from '../../src/model/cannot-go-on-error.ts';
import {createFolder} from '../helpers/proc-root.ts';

/** Rows: a program as it is typed, and the file for what it prints. */
const testName = test.macro((t, program: string, expected: string) => {
	t.is(outputName(program), expected);
});

test('a name', testName, 'node', 'memtop-node.out');
test('a path', testName, '/usr/bin/python3.11', 'memtop-python3.11.out');
test('a path up', testName, '..', 'memtop-...out');
test(
	'characters that do not belong into a file name',
	testName,
	'a b\u001b[31m\n$(x)é',
	'memtop-a_b__31m___x__.out',
);
test('a long name', testName, 'x'.repeat(300), `memtop-${'x'.repeat(64)}.out`);
test('no name', testName, '/', 'memtop-command.out');

test('it is made for its owner, and appended to', t => {
	const folder = createFolder(t, {});
	for (const text of ['one\n', 'two\n']) {
		const {descriptor, close} = openOutputFile(folder, 'node');
		writeSync(descriptor, text);
		close();
	}
	t.is(readFileSync(join(folder, 'memtop-node.out'), 'utf8'), 'one\ntwo\n');
	t.is(statSync(join(folder, 'memtop-node.out')).mode & 0o777, 0o600);
});

/** Rows: what is put in the place of the file, and what is said of it. */
const testRefused = test.macro((t, put: (path: string) => void, expected: string) => {
	const folder = createFolder(t, {});
	put(join(folder, 'memtop-node.out'));
	const error = t.throws(() => openOutputFile(folder, 'node'), {instanceOf: CannotGoOnError});
	t.is(error?.message, `${expected}: memtop-node.out`);
});

const expectedWritable = 'expected a file for the output that can be written, got';

test('a link', testRefused, path => symlinkSync('/dev/null', path), `${expectedWritable} a symbolic link`);
test('a folder', testRefused, path => mkdirSync(path), `${expectedWritable} a directory`);
test('a FIFO', testRefused, path => execFileSync('mkfifo', [path]), `${expectedWritable} a FIFO`);

test('a FIFO that is read', t => {
	const folder = createFolder(t, {});
	const path = join(folder, 'memtop-node.out');
	execFileSync('mkfifo', [path]);
	const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
	t.teardown(() => closeSync(descriptor));
	t.throws(() => openOutputFile(folder, 'node'), {
		message: 'expected a regular file for the output, got something else: memtop-node.out',
	});
});
