import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {LogError} from '../../src/log/writer.ts';
import type {Entry, RecordingHeader} from '../../src/model/entry.ts';
import type {Reading} from '../../src/model/reading.ts';
import {columnsOf} from '../../src/session/header.ts';
import type {RecordingOptions} from '../../src/session/recording.ts';
import {openSession, type Session} from '../../src/session/session.ts';
import type {Probe, Refusal, Source} from '../../src/sources/source.ts';
import {TargetError, TargetGoneError} from '../../src/target/errors.ts';
import {goSource} from '../fixtures/source.ts';
import {target} from '../fixtures/watch.ts';
import {handClock} from '../sampler/hand-clock.ts';

const values = {'go.alloc': 10, 'go.sys': 20};
const osValues = {'os.rss': 15, 'os.virt': 99};
const os = {open: async () => ({read: () => ({values: osValues}), close: () => {}})};
const start = 1_763_791_200;

const temporaryFolder = (t: ExecutionContext): string => {
	const folder = mkdtempSync(join(tmpdir(), 'memtop-session-'));
	t.teardown(() => rmSync(folder, {recursive: true, force: true}));
	return folder;
};

/** A session on a source of the test's own, in an empty folder, on a clock that is set by hand. */
const opening = (t: ExecutionContext, change: Change = {}) => {
	const folder = temporaryFolder(t);
	const {clock, setWall} = handClock();
	const entries: Entry[] = [];
	let isProbeOpen = true;
	const probe: Probe = {
		read: change.read ?? (() => ({values})),
		close: () => {
			isProbeOpen = false;
		},
	};
	const source: Source = {...goSource, open: async () => change.refusal ?? probe};
	const opened = openSession({
		...{target, sources: [source], clock, interval: 1},
		os,
		recording: {folder, guard: false, isOn: true, withCommand: false, ...change.recording},
		onEntry: entry => entries.push(entry),
	}).then(session => {
		t.teardown(() => session.close('the test is over'));
		return session;
	});
	return {
		...{opened, folder, entries, setWall},
		log: () => readFileSync(join(folder, 'memory.log'), 'utf8'),
		hasLog: () => existsSync(join(folder, 'memory.log')),
		isProbeOpen: () => isProbeOpen,
	};
};

type Change = {
	readonly read?: () => Reading;
	readonly refusal?: Refusal;
	readonly recording?: Partial<RecordingOptions>;
};

/** The headers of a log, oldest first. */
const headersIn = (log: string): readonly RecordingHeader[] =>
	[...log.matchAll(/^# memtop 1 (.*)$/gm)].map(([, json = '']) => JSON.parse(json) as RecordingHeader);

const lastLine = (log: string): string => log.trimEnd().split('\n').at(-1) ?? '';

/** Switches the recording off and on again. */
const pauseAndResume = (session: Session): void => {
	session.pause('switched off');
	session.resume();
};

test('columns are the metrics that name one, in the order of the source', t => {
	t.deepEqual(columnsOf(goSource), [
		{name: 'rss', metric: 'os.rss'},
		{name: 'virt', metric: 'os.virt'},
		{name: 'swap', metric: 'os.swap'},
	]);
	t.deepEqual(columnsOf({metrics: []}), []);
});

test('header and first sample', async t => {
	const {opened, log} = opening(t);
	(await opened).start();
	const [header, columns, sample] = log().split('\n');
	t.like(headersIn(header ?? '')[0], {
		...{pid: target.pid, name: target.name, target_start: target.startTime},
		...{recorded: start, source: 'go', interval: 1},
	});
	t.is(columns, '# timestamp in_use system rss virt approx swap rss_anon rss_file rss_shmem pss uss');
	t.is(sample, `${start}.000 10 20 15 99 0 NaN NaN NaN NaN NaN NaN`);
});

test('a sample is in the log before it is told', async t => {
	const folder = temporaryFolder(t);
	const source: Source = {...goSource, open: async () => ({read: () => ({values}), close: () => {}})};
	let seen = '';
	const session = await openSession({
		...{target, sources: [source], os, interval: 1, clock: handClock().clock},
		recording: {folder, guard: false, isOn: true, withCommand: false},
		onEntry: () => {
			seen = readFileSync(join(folder, 'memory.log'), 'utf8');
		},
	});
	session.start();
	session.close('done');
	t.regex(seen, /^\d+\.000 10 20 15 99 0 NaN/m);
});

test('the command line is written only when it was asked for', async t => {
	const without = opening(t);
	(await without.opened).start();
	t.false('command' in (headersIn(without.log())[0] ?? {}));
	const asked = opening(t, {recording: {withCommand: true}});
	(await asked.opened).start();
	t.is(headersIn(asked.log())[0]?.command, target.command);
});

test('switched off at the start, it makes no file until it is switched on', async t => {
	const {opened, folder, entries, hasLog, log} = opening(t, {recording: {isOn: false}});
	const session = await opened;
	session.start();
	t.is(entries.length, 1);
	t.deepEqual(readdirSync(folder), []);
	t.like(session.status(), {state: 'paused', samples: 0});
	session.resume();
	t.true(hasLog());
	session.start();
	t.is(session.status().state, 'recording');
	t.is(headersIn(log()).length, 1);
});

test('switched on later, its header says when that was', async t => {
	const {opened, log, setWall} = opening(t, {recording: {isOn: false}});
	const session = await opened;
	setWall(100_000);
	session.resume();
	session.start();
	t.is(headersIn(log())[0]?.recorded, start + 100);
});

test('never switched on, it leaves nothing behind', async t => {
	const {opened, hasLog} = opening(t, {recording: {isOn: false}});
	const session = await opened;
	session.start();
	session.close('memtop was left');
	t.false(hasLog());
});

test('a pause says why and breaks the curve', async t => {
	const {opened, log} = opening(t);
	const session = await opened;
	session.start();
	pauseAndResume(session);
	session.start();
	t.regex(log(), /NaN\n# gap \{"time":\d+,"reason":"switched off"\}\n\n\d+\.\d{3} 10 20/);
	t.is(session.status().samples, 2);
});

test('another interval begins a stretch that goes on with the recording', async t => {
	const {opened, log} = opening(t);
	const session = await opened;
	session.start();
	session.setInterval(0.05);
	session.start();
	const headers = headersIn(log());
	t.deepEqual(
		headers.map(header => [header.interval, header.continues]),
		[
			[1, undefined],
			[0.05, true],
		],
	);
	t.regex(lastLine(log()), /^\d+\.\d{6} 10 20/);
});

test('closing says why, and closes the probe', async t => {
	const {opened, log, isProbeOpen} = opening(t);
	const session = await opened;
	session.start();
	session.close('memtop was left');
	t.is(lastLine(log()), `# end {"time":${start},"reason":"memtop was left"}`);
	t.false(isProbeOpen());
});

/** A reading the first time, and then the end of the target. */
const readOnce = (): (() => Reading) => {
	let reads = 0;
	return () => {
		reads += 1;
		if (reads > 1) throw new TargetGoneError('the process has ended');
		return {values};
	};
};

test('a target that has ended is the end of the recording, whatever closes it later', async t => {
	const {opened, log, entries} = opening(t, {read: readOnce()});
	const session = await opened;
	session.start();
	session.start();
	session.close('memtop was left');
	t.deepEqual(
		entries.map(({type}) => type),
		['sample', 'end'],
	);
	t.is(log().match(/^# end /gm)?.length, 1);
	t.regex(lastLine(log()), /"reason":"target ended"/);
});

test('after the end of the target another interval writes nothing', async t => {
	const {opened, log} = opening(t, {read: readOnce()});
	const session = await opened;
	session.start();
	session.start();
	const before = log();
	session.setInterval(5);
	session.close('memtop was left');
	t.is(log(), before);
});

test('a source that refuses says why and what would help', async t => {
	const refusal: Refusal = {refused: 'Go 1.15 keeps no totals', applies: true, help: 'use --source os'};
	const {opened, hasLog} = opening(t, {refusal});
	await t.throwsAsync(opened, {
		instanceOf: TargetError,
		message: /source "go" can read: Go 1.15 keeps no totals; use --source os$/,
	});
	t.false(hasLog());
});

test('a file that cannot be used is refused, and the probe closed', async t => {
	const {opened, isProbeOpen} = opening(t, {recording: {path: '/dev/full'}});
	await t.throwsAsync(opened, {instanceOf: LogError});
	t.false(isProbeOpen());
});

test('without a usable folder it watches, unrecorded', async t => {
	const {opened, entries} = opening(t, {recording: {folder: '/no/such/folder'}});
	const session = await opened;
	session.start();
	t.is(entries.length, 1);
	t.is(session.status().state, 'unavailable');
	t.truthy(session.status().reason);
});
