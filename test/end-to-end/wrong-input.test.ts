import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {memtopFile} from '../helpers/memtop.ts';
import {createFolder} from '../helpers/proc-root.ts';
import {startInTerminal} from '../helpers/pseudo-terminal.ts';
import {startTarget} from '../helpers/target.ts';

/** Arguments; `PID` is that of a running process. */
type Arguments = readonly string[];

/** One line on standard error, this exit status, and not a byte on the terminal. */
const refuses = async (
	t: ExecutionContext,
	args: Arguments,
	[status, message]: readonly [number, RegExp],
) => {
	const {pid} = await startTarget(t);
	const folder = createFolder(t, {'notes.txt': 'These are notes.\n'});
	mkdirSync(join(folder, 'folder'));
	execFileSync('mkfifo', [join(folder, 'fifo')]);
	const command = [process.execPath, memtopFile, ...args.map(arg => arg.replace('PID', String(pid)))];
	const memtop = startInTerminal(t, {
		program: 'bash',
		args: ['-c', '"$@" 2>stderr', 'bash', ...command],
		folder,
	});
	t.is(await memtop.exited(), status);
	t.is(memtop.output(), '');
	const error = readFileSync(join(folder, 'stderr'), 'utf8');
	t.regex(error, message);
	t.regex(error, /^memtop: [^\n\u001b]+\n$/);
	t.deepEqual(readdirSync(folder).sort(), ['fifo', 'folder', 'notes.txt', 'stderr']);
	t.is(readFileSync(join(folder, 'notes.txt'), 'utf8'), 'These are notes.\n');
};

for (const pid of ['abc', '12abc', '0', '-1', '4294967297', '']) {
	test(
		`-p "${pid}"`,
		refuses,
		[`--pid=${pid}`],
		[2, /expected a pid, a whole number from 1 to 2147483647, got "/],
	);
}
for (const delay of ['0', 'x', '-1', '3601', '1e3', 'Infinity']) {
	test(
		`-d ${delay}`,
		refuses,
		['-p', 'PID', `--delay=${delay}`],
		[2, /expected a delay in seconds from 0.001 to 3600, got "/],
	);
}
test('-n 0', refuses, ['-p', 'PID', '-n', '0'], [2, /expected a count of samples, .*got "0"/]);
test('an absent pid', refuses, ['-p', '2147483646'], [1, /2147483646/]);
test(
	'an absent name',
	refuses,
	['--name', 'no-such-program-here'],
	[1, /expected a process named "no-such-program-here", found none/],
);
test('two processes', refuses, ['-p', 'PID', 'PID'], [2, /expected one process, got 2/]);
test('an unknown option', refuses, ['-p', 'PID', '--delai', '1'], [2, /--delai.*--delay/]);
test(
	'an unknown source',
	refuses,
	['-p', 'PID', '--source', 'gc'],
	[2, /expected a source \(.*os.*\), got "gc"/],
);
test('--for, which only record has', refuses, ['-p', 'PID', '--for', '1s'], [2, /--for/]);
test('-o -', refuses, ['-p', 'PID', '-o', '-'], [2, /memtop record/]);
test('a missing folder', refuses, ['-p', 'PID', '-o', 'missing/memory.log'], [1, /missing/]);
test('a directory', refuses, ['-p', 'PID', '-o', 'folder'], [1, /folder/]);
test('a FIFO', refuses, ['-p', 'PID', '-o', 'fifo'], [1, /fifo/]);
test('a device', refuses, ['-p', 'PID', '-o', '/dev/full'], [1, /\/dev\/full/]);
test('a file that is no memory log', refuses, ['-p', 'PID', '-o', 'notes.txt'], [1, /notes\.txt/]);
test('record: no process', refuses, ['record'], [2, /expected a process to record, got none/]);
test(
	'record: a missing folder',
	refuses,
	['record', '-p', 'PID', '-o', 'missing/memory.log'],
	[1, /missing/],
);
test(
	'record: a duration',
	refuses,
	['record', '-p', 'PID', '--for', 'long'],
	[2, /expected a duration .*, got "long"/],
);

// Kernel threads are the children of process 2, where a machine shows them at all.
const kernelThread = readdirSync('/proc').find(pid => /^\d+$/.test(pid) && parentOf(pid) === 2);

if (kernelThread) test('a kernel thread', refuses, ['-p', kernelThread], [1, /kernel thread/]);

function parentOf(pid: string): number {
	try {
		return Number(/^PPid:\s(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
	} catch {
		// It has ended since.
		return Number.NaN;
	}
}

test('whoever reads the help may stop before its end', t => {
	for (const command of ['', 'record']) {
		const script = `for i in 1 2 3; do "${process.execPath}" "${memtopFile}" ${command} --help | head -c 1 >/dev/null; done`;
		const {stderr} = spawnSync('bash', ['-c', script], {encoding: 'utf8'});
		t.is(stderr, '');
	}
});
