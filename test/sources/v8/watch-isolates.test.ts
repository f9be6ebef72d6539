import test from 'ava';
import {watchIsolates} from '../../../src/sources/v8/watch-isolates.ts';
import {createTestClock} from '../../helpers/open-process.ts';

// A process with so many threads, whose searches take so many milliseconds.
const createProcess = (cost = 1) => {
	const clock = createTestClock();
	let threads: number | undefined = 7;
	let searches = 0;
	const watch = watchIsolates({
		threads: () => threads,
		search: async () => {
			searches += 1;
			clock.move(cost);
		},
		clock,
	});
	const check = async (after: number): Promise<number> => {
		const before = searches;
		for (let moved = 0; moved < after; moved += 10) {
			clock.move(10);
			watch.check();
			await Promise.resolve();
			await Promise.resolve();
		}
		return searches - before;
	};
	return {
		watch,
		check,
		become: (count: number | undefined) => {
			threads = count;
		},
	};
};

test('nothing seems to change: searched every few seconds', async t => {
	const {check, watch} = createProcess();
	t.is(await check(3900), 0);
	t.is(await check(200), 1);
	t.is(await check(40_000), 10);
	t.false(watch.isUnsure());
});

test('a search that is expensive is made as rarely as its cost wants', async t => {
	const {check} = createProcess(200);
	t.is(await check(4100), 1);
	t.is(await check(19_000), 0);
	t.is(await check(2000), 1);
});

test('another number of threads: searched at once and for a while', async t => {
	const {check, watch, become} = createProcess();
	await check(100);
	become(8);
	t.is(await check(20), 1);
	t.true(watch.isUnsure());
	t.is(await check(250), 2);
	t.is(await check(1000), 1);
	t.false(watch.isUnsure());
	t.is(await check(3000), 0);
});

test('threads that cannot be counted', async t => {
	const {check, become} = createProcess();
	become(undefined);
	await check(50);
	t.is(await check(20_000), 7);
});

test('once stopped it searches no more', async t => {
	const {check, watch, become} = createProcess();
	watch.stop();
	become(9);
	t.is(await check(10_000), 0);
});

test('searches that never end the doubt leave time between them', async t => {
	const {check, watch} = createProcess(100);
	let searches = 0;
	for (let tick = 0; tick < 1000; tick += 1) {
		watch.doubt();
		searches += await check(10);
	}
	t.true(searches >= 5 && searches <= 12, `${searches} searches`);
	t.true(watch.isUnsure());
});
