import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import type {Reading} from '../../src/model/reading.ts';
import {openSession} from '../../src/session/session.ts';
import {osSource} from '../../src/sources/os/index.ts';
import type {Probe, Refusal, Source} from '../../src/sources/source.ts';
import {goSource} from '../fixtures/source.ts';
import {target} from '../fixtures/watch.ts';
import {handClock} from '../sampler/hand-clock.ts';

const os = {open: async () => ({read: () => ({values: {'os.rss': 15, 'os.virt': 99}}), close: () => {}})};

/** A session that begins with the operating system's numbers, in a folder of its own. */
const opening = async (
	t: ExecutionContext,
	read: () => Reading,
	better?: Source,
	whyNot: () => string | undefined = () => undefined,
) => {
	const {clock, run} = handClock();
	const folder = mkdtempSync(join(tmpdir(), 'memtop-switching-'));
	t.teardown(() => rmSync(folder, {recursive: true, force: true}));
	const open = async (): Promise<Probe | Refusal> => {
		const refused = whyNot();
		return refused === undefined ? {read, close: () => {}} : {refused, applies: true};
	};
	const source: Source = {...goSource, open};
	const names: string[] = [];
	const told: string[] = [];
	const session = await openSession({
		...{
			target,
			os,
			interval: 1,
			clock,
			sources: [...(better ? [better] : []), source, osSource],
		},
		recording: {folder, guard: false, isOn: true, withCommand: false},
		onEntry: () => {},
		onSource: ({name}, refusals) => {
			names.push(name);
			told.push(...refusals.map(({refused}) => refused));
		},
	});
	return {
		session,
		names,
		told,
		run,
		lines: () => readFileSync(join(folder, 'memory.log'), 'utf8').split('\n'),
	};
};

const values = {'go.alloc': 10, 'go.sys': 20};

test('the log goes on in a stretch of its own when a source was chosen', async t => {
	const {session, names, lines} = await opening(t, () => ({values}));
	session.start();
	await session.chooseSource();
	session.start();
	session.close('done');
	const [first, , sample, cut, second, , other] = lines();
	t.regex(first ?? '', /"source":"os"/);
	t.regex(sample ?? '', /^\S+ 15 99 15 99 0/);
	t.is(cut, '');
	t.regex(second ?? '', /"source":"go".*"continues":true/);
	t.regex(other ?? '', /^\S+ 10 20 15 99 0/);
	t.deepEqual(names, ['go']);
});

test('chosen before the first sample there is one stretch', async t => {
	const {session, lines} = await opening(t, () => ({values}));
	await session.chooseSource();
	session.start();
	session.close('done');
	t.is(lines().filter(line => line.startsWith('# memtop 1')).length, 1);
	t.regex(lines()[2] ?? '', /^\S+ 10 20 15 99 0/);
});

test('the key goes from one to the next and back', async t => {
	const {session, names} = await opening(t, () => ({values}));
	session.start();
	t.true(await session.nextSource());
	t.true(await session.nextSource());
	session.close('done');
	t.deepEqual(names, ['go', 'os']);
});

test('a source that is lost gives way to the operating system, until one is chosen anew', async t => {
	let isLost = true;
	const {session, names} = await opening(t, () =>
		isLost ? {values: {}, lost: 'the process executed another program'} : {values},
	);
	session.start();
	await session.chooseSource();
	session.start();
	isLost = false;
	await new Promise(resolve => setImmediate(resolve));
	session.close('done');
	t.deepEqual(names, ['go', 'os', 'go']);
});

test('one that can be read only later takes over from the one behind it', async t => {
	let isThere = false;
	const open = async () =>
		isThere ? {read: () => ({values}), close: () => {}} : {refused: 'no V8 yet', applies: false};
	const {session, names} = await opening(t, () => ({values}), {...goSource, name: 'v8', open});
	session.start();
	await session.chooseSource();
	await session.chooseSource();
	isThere = true;
	await session.chooseSource();
	session.close('done');
	t.deepEqual(names, ['go', 'v8']);
});

test('one that was asked for by the key stays', async t => {
	const {session, names} = await opening(t, () => ({values}), {
		...goSource,
		name: 'v8',
		open: async () => ({read: () => ({values}), close: () => {}}),
	});
	session.start();
	await session.nextSource();
	await session.nextSource();
	await session.chooseSource();
	session.close('done');
	t.deepEqual(names, ['v8', 'go']);
});

test('a source that tells nothing for some seconds gives way, and is left out', async t => {
	const reading = {values: {}, absent: {'go.alloc': 'the totals contradict each other'}};
	const {session, names, told, run} = await opening(t, () => reading);
	session.start();
	await session.chooseSource();
	for (let second = 0; second <= 6; second += 1) {
		session.start();
		run(1000);
	}
	await new Promise(resolve => setImmediate(resolve));
	session.close('done');
	t.deepEqual(names, ['go', 'os', 'os']);
	t.deepEqual(told, ['the totals contradict each other']);
});

test('why it is not read better is told again when the key comes back to the operating system', async t => {
	const open = async () => ({refused: 'V8 10.2', applies: true}) as const;
	const {session, names, told} = await opening(t, () => ({values}), {...goSource, name: 'v8', open});
	session.start();
	await session.chooseSource();
	await session.nextSource();
	await session.nextSource();
	session.close('done');
	t.deepEqual(names, ['os', 'go', 'os']);
	t.deepEqual(told, ['V8 10.2', 'V8 10.2']);
});

test('why the key finds no other source any more is told', async t => {
	let whyNot: string | undefined;
	const {session, names, told} = await opening(
		t,
		() => ({values}),
		undefined,
		() => whyNot,
	);
	session.start();
	await session.chooseSource();
	await session.nextSource();
	whyNot = 'malloc holds only 40 %';
	t.false(await session.nextSource());
	session.close('done');
	t.deepEqual(names, ['go', 'os', 'os']);
	t.deepEqual(told, ['malloc holds only 40 %']);
});
