import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import type {Action} from '../../src/app/action.ts';
import {showDetail} from '../../src/live/detail.ts';
import type {Live} from '../../src/live/live.ts';
import {emptyTrail, noteSample} from '../../src/live/trail.ts';
import {seriesOf} from '../../src/model/history.ts';
import {indexAt, timeAt, valueAt} from '../../src/model/series.ts';
import type {SourceInfo} from '../../src/model/source-info.ts';
import {headerOf} from '../../src/session/header.ts';
import {openRecording} from '../../src/session/recording.ts';
import {goSource} from '../../src/sources/go/index.ts';
import {osSource} from '../../src/sources/os/index.ts';
import {firstTime, sampledAt, target} from '../fixtures/watch.ts';
import {handClock} from '../sampler/hand-clock.ts';

/** A watch that is recorded in a folder of its own, and what it shows of its past. */
const watched = (t: ExecutionContext) => {
	const folder = mkdtempSync(join(tmpdir(), 'memtop-detail-'));
	t.teardown(() => rmSync(folder, {recursive: true, force: true}));
	const options = {folder, guard: false, isOn: true, withCommand: false};
	const recording = openRecording(options, target.pid, handClock().clock);
	t.teardown(recording.close);
	let source: SourceInfo = osSource;
	let taken = 0;
	const shown: Action[] = [];
	const session = {...recording, source: () => source, target};
	const live = {
		...{session, trail: emptyTrail(), interval: 1, detail: undefined},
		screen: {dispatch: (action: Action) => shown.push(action)},
	} as unknown as Live;
	return {
		recording,
		/** Goes on as that source. */
		begin: (next: SourceInfo, continues: boolean) => {
			source = next;
			const facts = {target, source, interval: 1, recorded: firstTime + taken};
			recording.write(headerOf({...facts, withCommand: false, continues}));
		},
		/** Takes so many samples, one each second. */
		take: (count: number) => {
			for (const end = taken + count; taken < end; taken += 1) {
				const values = valuesAt(taken);
				const inUse = values[source.inUse] ?? Number.NaN;
				const system = values[source.system] ?? Number.NaN;
				const {sample} = sampledAt(taken, values, {inUse, system});
				recording.write({type: 'sample', sample});
				noteSample(live.trail, sample.time, live);
			}
		},
		/** What is shown when the samples between two times are wanted. */
		wanted: async (from: number, to: number) => {
			shown.length = 0;
			const span = {from: firstTime + from, to: firstTime + to};
			await showDetail(live, {type: 'readDetail', ...span, isOther: false});
			return shown.flatMap(action => (action.type === 'detailRead' ? action.detail : []));
		},
	};
};

const valuesAt = (second: number): Readonly<Record<string, number>> => ({
	...{'os.rss': second, 'os.virt': 2 * second, 'os.swap': 3 * second},
	...{'go.alloc': 5 * second, 'go.sys': 7 * second},
});

// As a session has it: read beside the operating system's numbers.
const both: SourceInfo = {...goSource, metrics: [...goSource.metrics, ...osSource.metrics]};

type Watched = ReturnType<typeof watched>;

/** Rows: a watch, which seconds of it are wanted, and the value by second of metrics there. */
const testWanted = test.macro(
	async (
		t,
		begin: (watch: Watched) => void,
		[from, to]: readonly [number, number],
		factors: Readonly<Record<string, number>>,
	) => {
		const watch = watched(t);
		begin(watch);
		const [detail] = await watch.wanted(from, to);
		t.is(detail?.from, firstTime + from);
		for (const [id, factor] of Object.entries(factors)) {
			const series = detail && seriesOf(detail.history, id);
			if (!series) throw new Error(`expected samples of ${id}`);
			const first = indexAt(series, firstTime + from);
			for (let second = from; second <= to; second += 1) {
				const index = first + second - from;
				t.deepEqual([timeAt(series, index), valueAt(series, index)], [firstTime + second, factor * second]);
			}
		}
	},
);

const plain = ({begin, take}: Watched): void => {
	begin(osSource, false);
	take(5000);
};
const switched = ({begin, take}: Watched): void => {
	begin(osSource, false);
	take(1500);
	begin(both, true);
	take(2500);
};
const osFactors = {'os.rss': 1, 'os.virt': 2, 'os.swap': 3};
const goFactors = {'go.alloc': 5, 'go.sys': 7, 'os.rss': 1, 'os.swap': 3};

test('the oldest', testWanted, plain, [0, 100], osFactors);
test('in the middle', testWanted, plain, [2500, 3500], osFactors);
test('the newest', testWanted, plain, [4900, 4999], osFactors);
test('of another source', testWanted, switched, [2600, 3000], goFactors);
test('soon after a switch', testWanted, switched, [1500, 1510], goFactors);
test('across a switch', testWanted, switched, [1400, 1600], {'os.rss': 1, 'os.swap': 3});

test('where the recording was switched off, the log knows less than the screen', async t => {
	const watch = watched(t);
	watch.begin(osSource, false);
	watch.take(1200);
	watch.recording.pause('switched off');
	watch.take(100);
	watch.recording.resume();
	watch.take(1200);
	t.deepEqual(await watch.wanted(1100, 1250), []);
	t.is((await watch.wanted(1400, 1500)).length, 1);
	t.is((await watch.wanted(100, 1100)).length, 1);
});

test('before anything is recorded', async t => {
	t.deepEqual(await watched(t).wanted(0, 10), []);
});
