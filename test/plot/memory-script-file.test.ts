import {spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {isOurs} from '../../src/plot/checksum.ts';
import {writeMemoryScript} from '../../src/plot/memory-script-file.ts';
import {controlNames, sourceLabels} from './recording.ts';
import {newFolder} from './run-gnuplot.ts';

const about = {utcOffset: 0, source: 'go', sourceLabels, hasRss: false};

const testName = async (t: ExecutionContext, log: string, script: string) => {
	const folder = newFolder();
	t.deepEqual(await writeMemoryScript(join(folder, log), about), {path: join(folder, script), kept: false});
	t.deepEqual(readdirSync(folder), [script]);
	const text = readFileSync(join(folder, script), 'utf8');
	t.true(isOurs(text));
	t.true(text.includes(`\nlog_name = '${log}'\n`));
};

test('memory.gp for memory.log', testName, 'memory.log', 'memory.gp');
test('its name follows the log', testName, 'x.log', 'x.gp');
test('a log by another ending', testName, 'x.txt', 'x.txt.gp');
test('a log that is all ending', testName, '.log', '.log.gp');

test('one as we wrote it is written anew', async t => {
	const log = join(newFolder(), 'memory.log');
	const {path} = await writeMemoryScript(log, {...about, utcOffset: 60});
	t.false((await writeMemoryScript(log, about)).kept);
	t.regex(readFileSync(path, 'utf8'), /^utc_offset = 0 /m);
});

const testKept = async (t: ExecutionContext, change: (text: string) => string) => {
	const log = join(newFolder(), 'memory.log');
	const {path} = await writeMemoryScript(log, about);
	const changed = change(readFileSync(path, 'utf8'));
	writeFileSync(path, changed);
	t.deepEqual(await writeMemoryScript(log, about), {path, kept: true});
	t.is(readFileSync(path, 'utf8'), changed);
};

test('an edited one is kept', testKept, text => text.replace('whole_file = 0', 'whole_file = 1'));
test('one with a line added is kept', testKept, text => `${text}replot\n`);
test('one without its last line is kept', testKept, text => text.replace(/# [^\n]*\n$/, ''));
test('one with other line ends is kept', testKept, text => text.replaceAll('\n', '\r\n'));
test('one of somebody else is kept', testKept, () => 'plot sin(x)\n');
test('an empty one is kept', testKept, () => '');

const testOther = async (t: ExecutionContext, make: (path: string) => void) => {
	const folder = newFolder();
	make(join(folder, 'memory.gp'));
	t.true((await writeMemoryScript(join(folder, 'memory.log'), about)).kept);
	t.deepEqual(
		readdirSync(folder).filter(name => name.startsWith('.')),
		[],
	);
};

test('a folder in its place is kept', testOther, path => mkdirSync(path));
test('a FIFO is not waited for', testOther, path => {
	spawnSync('mkfifo', [path]);
});
test('a link is not followed', testOther, path => symlinkSync('elsewhere', path));

test('a folder that is missing', async t => {
	await t.throwsAsync(writeMemoryScript(join(newFolder(), 'missing', 'memory.log'), about), {
		message: /^cannot write .*missing\/memory\.gp/,
	});
});

const testRefused = async (t: ExecutionContext, name: string) => {
	const folder = newFolder();
	await t.throwsAsync(writeMemoryScript(join(folder, `${name}.log`), about), {
		message: /^expected a log name without control characters, got "/,
	});
	t.deepEqual(readdirSync(folder), []);
};

for (const name of controlNames)
	test(`a name that no script can say: ${JSON.stringify(name)}`, testRefused, name);
