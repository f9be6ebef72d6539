import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {memtopFile, showMemtop} from '../helpers/memtop.ts';
import {keys} from '../helpers/pseudo-terminal.ts';
import {logText, notes} from '../helpers/recorded.ts';
import {startShell} from '../helpers/shell.ts';
import {startTarget} from '../helpers/target.ts';

/** Watches, ends it in some way, and looks at the exit status, the terminal and the log. */
const ends = async (t: ExecutionContext, how: {key: string} | {signal: NodeJS.Signals}, status: number) => {
	const {pid} = await startTarget(t);
	const memtop = await showMemtop(t, ['-p', pid, '-d', 0.1]);
	t.true(memtop.isAlternate());
	t.false(memtop.isCursorShown());
	if ('key' in how) memtop.type(how.key);
	else memtop.signal(how.signal);
	t.is(await memtop.exited(), status);
	t.false(memtop.isAlternate());
	t.true(memtop.isCursorShown());
	const log = logText(memtop.folder);
	t.is(notes(log, 'end').length, 1);
	t.regex(log, /\n# end {.*}\n$/);
};

test('q', ends, {key: 'q'}, 0);
test('C-c', ends, {key: keys.control('c')}, 0);
test('SIGTERM', ends, {signal: 'SIGTERM'}, 143);
test('SIGHUP', ends, {signal: 'SIGHUP'}, 129);
test('SIGINT', ends, {signal: 'SIGINT'}, 130);
test('SIGQUIT', ends, {signal: 'SIGQUIT'}, 131);

test('the shell gets its terminal back as it was', async t => {
	const {pid} = await startTarget(t);
	const shell = await startShell(t);
	const look = (file: string) => `(stty -a; cat /proc/$$/fdinfo/[012]) > ${file}`;
	shell.type(
		`${look('before')}; node ${memtopFile} -p ${pid}; echo status $?; ${look('after')}; echo looked\r`,
	);
	await shell.shows('quit');
	shell.type('q');
	await shell.shows(/status 0\nlooked/);
	const [before, after] = ['before', 'after'].map(file => readFileSync(join(shell.folder, file), 'utf8'));
	t.is(after, before);
	t.regex(before ?? '', /flags/);
	t.regex(shell.rows()[0] ?? '', /^ready> /);
});

test('a terminal that goes away ends memtop as its signal would, with the log closed', async t => {
	const {pid} = await startTarget(t);
	const memtop = await showMemtop(t, ['-p', pid, '-d', 0.1]);
	memtop.hangUp();
	t.is(await memtop.exited(), 129);
	t.deepEqual(
		notes(logText(memtop.folder), 'end').map(({reason}) => reason),
		['SIGHUP'],
	);
});

test('an error that nobody expected is told on the terminal as it was, with the log closed', async t => {
	const {pid} = await startTarget(t);
	const failure = 'setTimeout(() => process.emit("uncaughtException", new Error("failure of a test")), 2000)';
	const environment = {NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(failure)}`};
	const memtop = await showMemtop(t, ['-p', pid, '-d', 0.1], {environment});
	t.is(await memtop.exited(), 1);
	t.false(memtop.isAlternate());
	t.true(memtop.isCursorShown());
	t.regex(memtop.rows().join('\n'), /memtop: Error: failure of a test/);
	t.regex(logText(memtop.folder), /\n# end {.*}\n$/);
});
