import test from 'ava';
import type {Action} from '../../src/app/action.ts';
import {initialState} from '../../src/app/initial.ts';
import {update} from '../../src/app/update.ts';
import {emptyHistory, type History, record} from '../../src/model/history.ts';
import {plainSource} from '../fixtures/source.ts';
import {firstTime, target} from '../fixtures/watch.ts';
import {viewedLog} from './viewed.ts';

/** A recording of which memory has the newest 1024 samples or so one by one, the older ones in blocks. */
const recorded = (samples: number, begin = firstTime): History => {
	const limits = [1024, Number.POSITIVE_INFINITY] as const;
	const history = emptyHistory({limits: {full: limits, other: limits}});
	for (let second = 0; second < samples; second += 1) {
		const [inUse, system] = [second, 2 * second];
		const values = {'os.rss': inUse, 'os.virt': system};
		record(history, {time: begin + second, inUse, system, approximate: false, values});
	}
	return history;
};

const initial = initialState({source: plainSource, interval: 1, now: 0});

const read = (samples: number): Action => ({
	type: 'viewRead',
	viewed: viewedLog,
	recording: {target, source: plainSource, interval: 1, history: recorded(samples)},
});

const zoom: Action = {type: 'zoomed', by: -1};
const oldest: Action = {type: 'wentTo', place: 'oldest'};
const newest: Action = {type: 'wentTo', place: 'newest'};
const pan: Action = {type: 'panned', by: -0.5};
const times = (count: number, action: Action): readonly Action[] => Array.from({length: count}, () => action);

/** Rows: actions, and what is asked to be read again because of them, in order, in seconds from the first sample. */
const testAsked = test.macro(
	(t, actions: readonly Action[], expected: readonly (readonly [number, number])[]) => {
		const asked: (readonly [number, number])[] = [];
		let state = initial;
		for (const action of actions) {
			const [next, effects] = update(state, action);
			state = next;
			for (const effect of effects) {
				if (effect.type !== 'readDetail') continue;
				t.false(effect.isOther);
				asked.push([effect.from - firstTime, effect.to - firstTime]);
			}
		}
		t.deepEqual(asked, expected);
	},
);

const short = read(1000);
const middle = read(20_000);
const long = read(300_000);
const cursor: Action = {type: 'cursorMoved', by: 1};
const nearby: Action = {type: 'cursorMoved', by: 3};
const detail = {from: firstTime, to: firstTime + 19_999, history: recorded(10)};

test('all is in memory', testAsked, [short, zoom, oldest, cursor], []);
test('what is in sight, once', testAsked, [middle, zoom, zoom, oldest, cursor], [[0, 19_999]]);
test('what is there', testAsked, [middle, {type: 'detailRead', detail, isOther: false}, zoom], [[0, 19_999]]);
test('blocks are as good', testAsked, [long], []);
test('in sight and half as much to both sides', testAsked, [long, zoom], [[40_799, 299_999]]);
test('within what was asked for', testAsked, [long, zoom, zoom, pan], [[40_799, 299_999]]);
test(
	'beyond what was asked for',
	testAsked,
	[long, zoom, oldest],
	[
		[40_799, 299_999],
		[0, 259_200],
	],
);
test('what is in memory one by one', testAsked, [long, ...times(10, zoom)], [[40_799, 299_999]]);
test('at the cursor, where blocks are as good', testAsked, [long, cursor], [[0, 8192]]);
test('at the cursor, within what was asked for', testAsked, [long, cursor, nearby], [[0, 8192]]);
test(
	'what is out of sight is forgotten',
	testAsked,
	[
		...[long, ...times(3, zoom), oldest],
		{type: 'detailRead', detail: {...detail, to: firstTime + 64_800}, isOther: false},
		...[newest, oldest],
	],
	[
		[40_799, 299_999],
		[0, 64_800],
		[235_199, 299_999],
		[0, 64_800],
	],
);
test(
	'another recording',
	testAsked,
	[middle, read(10_000)],
	[
		[0, 19_999],
		[0, 9999],
	],
);

const failed: Action = {type: 'detailFailed', from: firstTime, to: firstTime + 19_999, isOther: false};
const twice = [
	[0, 19_999],
	[0, 19_999],
] as const;
const help: Action = {type: 'helpToggled'};
const tick: Action = {type: 'ticked', time: 0};

test('what cannot be read is not asked for by itself', testAsked, [middle, failed, tick], [[0, 19_999]]);
test('but with the next key', testAsked, [middle, failed, help, help], twice);
test(
	'and after that with the next',
	testAsked,
	[middle, failed, help, failed, tick, help],
	[...twice, ...twice.slice(1)],
);
test(
	'a failure says nothing of what was asked for since',
	testAsked,
	[long, zoom, oldest, {...failed, from: firstTime + 40_799, to: firstTime + 299_999}, help],
	[
		[40_799, 299_999],
		[0, 259_200],
	],
);

test('of the second recording, in its own time', t => {
	const start = firstTime + 86_400;
	const history = recorded(5000, start);
	const other = {path: 'b.log', name: 'b', source: plainSource, history};
	const begin = update(initial, read(1000))[0];
	const [, effects] = update(begin, {type: 'otherRead', other});
	t.deepEqual(effects, [{type: 'readDetail', from: start, to: start + 4999, isOther: true}]);
});

test('of a second recording that was read anew', t => {
	const other = {path: 'b.log', name: 'b', source: plainSource, history: recorded(5000)};
	let state = update(initial, read(1000))[0];
	const asked = () => {
		const [next, effects] = update(state, {type: 'otherRead', other: {...other, history: recorded(5000)}});
		state = next;
		return effects.length;
	};
	t.deepEqual([asked(), asked()], [1, 1]);
});
