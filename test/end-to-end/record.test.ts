import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {until} from '../helpers/child.ts';
import {memtopFile, type PlainMemtop, runMemtop, spawnMemtop} from '../helpers/memtop.ts';
import {createFolder} from '../helpers/proc-root.ts';
import {keys, startInTerminal} from '../helpers/pseudo-terminal.ts';
import {logText, notes, sampleCount, sampleRows} from '../helpers/recorded.ts';
import {startTarget} from '../helpers/target.ts';

test('-n ends after so many samples, all of them in the log', async t => {
	const {pid} = await startTarget(t);
	const {folder, ended} = spawnMemtop(t, ['record', '-p', pid, '-d', 0.05, '-n', 7]);
	const {status, stdout, stderr} = await ended;
	t.is(status, 0);
	t.is(stdout, '');
	t.regex(stderr, /^memtop: 7 samples \(.*\) in .*memory\.log\n$/);
	t.is(sampleCount(folder), 7);
	t.is(notes(logText(folder), 'end').length, 1);
});

test('--for ends after so long', async t => {
	const {pid} = await startTarget(t);
	const {folder, ended} = spawnMemtop(t, ['record', '-p', pid, '-d', 0.1, '--for', '1s']);
	t.is((await ended).status, 0);
	const times = sampleRows(logText(folder)).map(({time}) => time);
	t.true(times.length > 1 && times.length <= 11, `${times.length} samples`);
});

test('-o - writes the log to standard output, and nothing but it', async t => {
	const {pid} = await startTarget(t);
	const {status, stdout, stderr} = await runMemtop(t, ['record', '-p', pid, '-d', 0.05, '-n', 5, '-o', '-']);
	t.is(status, 0);
	t.is(stderr, '');
	t.regex(stdout, /^# memtop 1 {.*}\n# timestamp in_use system .*\n/);
	t.regex(stdout, /\n# end {.*}\n$/);
	t.is(sampleRows(stdout).length, 5);
});

test('a file that is named', async t => {
	const {pid} = await startTarget(t);
	const {folder, ended} = spawnMemtop(t, ['record', String(pid), '-d', 0.05, '-n', 3, '-o', 'other.log']);
	t.is((await ended).status, 0);
	t.is(sampleRows(readFileSync(join(folder, 'other.log'), 'utf8')).length, 3);
	t.is(logText(folder), '');
});

test('a log of two recordings has them two blank lines apart', async t => {
	const {pid} = await startTarget(t);
	const folder = createFolder(t, {});
	for (let run = 0; run < 2; run += 1) await runMemtop(t, ['record', '-p', pid, '-d', 0.05, '-n', 2], folder);
	t.is(sampleCount(folder), 4);
	t.is(logText(folder).split('\n\n\n# memtop 1 ').length, 2);
});

test('a thousand samples a second have stamps of their own', async t => {
	const {pid} = await startTarget(t);
	const {folder, ended} = spawnMemtop(t, ['record', '-p', pid, '-d', 0.001, '-n', 2000]);
	t.is((await ended).status, 0);
	t.regex(logText(folder), /\n\d{10}\.\d{6} \d+ \d+ /);
	const times = sampleRows(logText(folder)).map(({time}) => time);
	t.is(times.length, 2000);
	t.true(times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0)));
});

/** Records until a signal ends it. */
const endsBy = async (t: ExecutionContext, signal: NodeJS.Signals, status: number) => {
	const {pid} = await startTarget(t);
	const recorder = spawnMemtop(t, ['record', '-p', pid, '-d', 0.05]);
	await hasSamples(recorder);
	process.kill(recorder.pid, signal);
	t.is((await recorder.ended).status, status);
	t.is(notes(logText(recorder.folder), 'end')[0]?.reason, signal);
	t.regex(logText(recorder.folder), /\n# end {.*}\n$/);
};

const hasSamples = ({folder}: PlainMemtop) => until(() => sampleCount(folder) > 3);

test('C-c, which is SIGINT', endsBy, 'SIGINT', 0);
test('SIGTERM', endsBy, 'SIGTERM', 143);
test('SIGHUP', endsBy, 'SIGHUP', 129);

test('a target that ends', async t => {
	const target = await startTarget(t);
	const recorder = spawnMemtop(t, ['record', '-p', target.pid, '-d', 0.05]);
	await hasSamples(recorder);
	await target.end();
	t.is((await recorder.ended).status, 0);
	t.is(notes(logText(recorder.folder), 'end')[0]?.reason, 'target ended');
});

test('on a terminal one line shows how it goes, and C-c leaves a result', async t => {
	const {pid} = await startTarget(t);
	const folder = createFolder(t, {});
	const args = [memtopFile, 'record', '-p', String(pid), '-d', '0.1'];
	const recorder = startInTerminal(t, {program: process.execPath, args, folder});
	await recorder.shows(/^node \(pid \d+\): in use [\d.]+ MiB, system [\d.]+ [MG]iB; \d+ samples, /);
	recorder.type(keys.control('c'));
	t.is(await recorder.exited(), 0);
	t.regex(recorder.rows()[0] ?? '', /^memtop: \d+ samples \(.*\) in .*memory\.log$/);
	t.is(notes(logText(folder), 'end')[0]?.reason, 'SIGINT');
});
