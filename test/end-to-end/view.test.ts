import {appendFileSync, chmodSync, existsSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {plainLog} from '../fixtures/plain-log.ts';
import {runMemtop, startMemtop} from '../helpers/memtop.ts';
import {createFolder} from '../helpers/proc-root.ts';
import {keys} from '../helpers/pseudo-terminal.ts';

const left = '\u001b[D';

test('the log of another program is looked at, sample by sample, and left', async t => {
	const folder = createFolder(t, {'memory.log': plainLog});
	const memtop = startMemtop(t, ['view'], {folder});
	await memtop.shows(/memory\.log.*6 samples.*6\.38 MiB.*q quit/s);
	memtop.type(left);
	await memtop.shows(/value +6\.38 MiB +26\.6 MiB/);
	memtop.type(left);
	await memtop.shows(/value +8\.72 MiB +26\.6 MiB/);
	memtop.type('q');
	t.is(await memtop.exited(), 0);
	t.false(memtop.isAlternate());
});

test('a log that another program still writes is followed', async t => {
	const folder = createFolder(t, {'heap.log': plainLog});
	const memtop = startMemtop(t, ['view', '--follow', 'heap.log'], {folder});
	await memtop.shows(/6 samples.*FOLLOWING/);
	appendFileSync(join(folder, 'heap.log'), '1294926660 104857600 209715200\n1294926661 10');
	await memtop.shows(/7 samples/);
	await memtop.shows('100 MiB');
	writeFileSync(join(folder, 'heap.log'), '1294926700 5242880 9437184\n');
	await memtop.shows(/heap\.log was made smaller: read from its beginning/);
	await memtop.shows(/ 1 sample/);
	memtop.type('q');
	t.is(await memtop.exited(), 0);
});

test('two logs are compared', async t => {
	const folder = createFolder(t, {'one.log': plainLog, 'two.log': plainLog.replaceAll('12949', '12958')});
	const memtop = startMemtop(t, ['view', 'one.log', 'two.log', '--align', 'clock'], {folder});
	await memtop.shows(/one\.log.*two\.log/);
	memtop.type('a');
	await memtop.shows('both from their starts');
	memtop.type(keys.control('c'));
	t.is(await memtop.exited(), 0);
});

test('C-c ends it while it reads', async t => {
	// A comment takes its time, and is no sample.
	const folder = createFolder(t, {'long.log': `${plainLog}${'# c\n'.repeat(3_000_000)}`});
	const memtop = startMemtop(t, ['view', 'long.log'], {folder});
	await memtop.shows('reading');
	memtop.type(keys.control('c'));
	t.is(await memtop.exited(), 0);
	t.false(memtop.isAlternate());
	t.true(memtop.isCursorShown());
});

test('SIGTERM ends it and gives the terminal back', async t => {
	const folder = createFolder(t, {'memory.log': plainLog});
	const memtop = startMemtop(t, ['view'], {folder});
	await memtop.shows('6 samples');
	memtop.signal('SIGTERM');
	t.is(await memtop.exited(), 143);
	t.false(memtop.isAlternate());
});

/** A gnuplot that has begun to draw once there is a file `drawing`, and does not end. */
const slowGnuplot = `#!/bin/sh
case "$*" in *GPVAL*) echo '<pngcairo> 5.4' >&2; exit;; esac
echo > "$FOLDER/drawing"
sleep 60
`;

const testSignal = test.macro(async (t, signal: NodeJS.Signals, status: number) => {
	const folder = createFolder(t, {'memory.log': plainLog, 'programs/gnuplot': slowGnuplot});
	chmodSync(join(folder, 'programs/gnuplot'), 0o755);
	const environment = {PATH: `${join(folder, 'programs')}:${process.env.PATH}`, FOLDER: folder};
	const memtop = startMemtop(t, ['view'], {folder, environment});
	await memtop.shows('6 samples');
	memtop.type('g');
	await memtop.waitUntil(() => existsSync(join(folder, 'drawing')), 'gnuplot to draw');
	memtop.signal(signal);
	t.is(await memtop.exited(), status);
	t.false(memtop.isAlternate());
});

test('SIGTERM while gnuplot draws', testSignal, 'SIGTERM', 143);
test('SIGINT while gnuplot draws', testSignal, 'SIGINT', 130);

test('without a terminal it says what works there', async t => {
	const folder = createFolder(t, {'memory.log': plainLog});
	const {status, stdout, stderr} = await runMemtop(t, ['view'], folder);
	t.is(status, 1);
	t.is(stdout, '');
	t.regex(stderr, /^memtop: expected a terminal to draw on, got none; .*memtop plot.*\n$/);
});
