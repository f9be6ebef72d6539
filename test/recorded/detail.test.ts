import {renameSync, rmSync} from 'node:fs';
import test, {type ExecutionContext} from 'ava';
import type {Action} from '../../src/app/action.ts';
import type {MetricId} from '../../src/model/metric.ts';
import {readDetail, showDetail} from '../../src/recorded/detail.ts';
import type {OpenLog} from '../../src/recorded/open-log.ts';
import type {Viewing} from '../../src/recorded/viewing.ts';
import {fileOf, headerOf, readPath, samplesOf} from './helpers/read.ts';

const start = 1_294_926_363;

// More than a few thousand, so that the index has several places.
const lines = Array.from({length: 20_000}, (_, index) => `${start + index} ${7 * index} 8`);

const readFrom = async (t: ExecutionContext, log: OpenLog, [from, to]: readonly [number, number]) => {
	const passage = log.shown();
	if (!passage) return t.fail('nothing is shown');
	const detail = await readDetail(log, passage, {from, to, signal: new AbortController().signal});
	return detail ?? t.fail('nothing was read');
};

const within =
	([from, to]: readonly [number, number]) =>
	([time = Number.NaN]: readonly number[]): boolean =>
		time >= from && time <= to;

/** Rows: a log, a metric in it, and a stretch of time that has the same samples read again as in memory. */
const testSame = test.macro(
	async (t, text: string, id: MetricId, [from, to]: readonly [number, number], count: number) => {
		const log = await readPath(fileOf(t, text));
		const range = [start + from, start + to] as const;
		const detail = await readFrom(t, log, range);
		t.like(detail, {from: range[0], to: range[1]});
		const again = detail ? samplesOf({recording: detail as never}, id).filter(within(range)) : [];
		t.deepEqual(again, samplesOf(log.seen(), id).filter(within(range)));
		t.is(again.length, count);
	},
);

const plain = `${lines.join('\n')}\n`;
test('in the middle', testSame, plain, 'log.in_use', [9000, 9100], 101);
test('at the beginning', testSame, plain, 'log.in_use', [0, 10], 11);
test('at the end', testSame, plain, 'log.in_use', [19_990, 30_000], 10);
test('all of it', testSame, plain, 'log.in_use', [-5, 20_000], 20_000);
test('between two samples', testSame, plain, 'log.in_use', [100.2, 100.8], 0);

const milliseconds = `${lines.map(line => line.replace(' ', '000 ')).join('\n')}\n`;
test('stamps in milliseconds', testSame, milliseconds, 'log.in_use', [9000, 9100], 101);

const behind = `${headerOf()}${start - 100} 1 2\n\n\n${plain}\n\n${headerOf()}${start} 3 4\n`;
test('a recording between others', async t => {
	const log = await readPath(fileOf(t, behind));
	const place = log.place(-1);
	const breath = {isDue: () => false, take: async () => {}};
	if (place) await log.show(place, {signal: new AbortController().signal, breath, status: undefined});
	const detail = await readFrom(t, log, [start - 200, start + 30_000]);
	const {length} = detail ? samplesOf({recording: detail as never}, 'log.in_use') : [];
	t.is(length, 20_000);
});

const other = headerOf({source: 'os', continues: true}, ' rss virt approx swap');
const switched =
	`${headerOf()}${lines.slice(0, 10_000).join('\n')}\n\n` +
	`${other}${lines.slice(10_000).join(' 5 9 0 3\n')} 5 9 0 3\n`;
test('before a switch of the source', testSame, switched, 'go.alloc', [9990, 10_010], 10);
test('behind it', testSame, switched, 'os.swap', [9990, 10_010], 11);
test('long behind it', testSame, switched, 'os.rss', [15_000, 15_010], 11);

test('one that is ended early gives nothing', async t => {
	const log = await readPath(fileOf(t, plain));
	const passage = log.shown();
	const signal = AbortSignal.abort();
	t.is(passage && (await readDetail(log, passage, {from: start, to: start + 5, signal})), undefined);
});

/** A view without a screen of a log, and what is dispatched on it. */
const viewingOf = (log: OpenLog) => {
	const actions: Action[] = [];
	const screen = {dispatch: (action: Action) => void actions.push(action), state: () => ({})};
	const viewing = {log, screen, newest: new Map(), control: new AbortController()} as unknown as Viewing;
	const ask = (from: number) =>
		showDetail(viewing, {type: 'readDetail', from: start + from, to: start + from + 5, isOther: false});
	return {actions, ask, viewing};
};

test('of several that are asked for in a burst the newest is read', async t => {
	const {actions, ask, viewing} = viewingOf(await readPath(fileOf(t, plain)));
	const first = ask(0);
	const control = viewing.newest.get('detail');
	const second = ask(100);
	t.true(control?.signal.aborted);
	await Promise.all([first, second]);
	t.is(actions.length, 1);
	t.like(actions[0], {type: 'detailRead', detail: {from: start + 100}, isOther: false});
});

/** Rows: what happens to a log before a part of it is asked for, and what else is said. */
const testFailed = test.macro(
	async (t, change: (path: string, t: ExecutionContext) => void, said: readonly string[]) => {
		const path = fileOf(t, plain);
		const {actions, ask} = viewingOf(await readPath(path));
		change(path, t);
		await ask(7).catch(() => {});
		t.deepEqual(
			actions.map(({type}) => type),
			[...said, 'detailFailed'],
		);
		t.like(actions.at(-1), {from: start + 7, to: start + 12, isOther: false});
	},
);

test('one that is gone', testFailed, path => rmSync(path), []);
test('one that was replaced', testFailed, (path, t) => renameSync(fileOf(t, plain), path), ['noticed']);
