import {setImmediate} from 'node:timers/promises';
import test from 'ava';
import {createPolledMemory, type Finding} from '../../../src/platform/portable/polled-memory.ts';
import {TargetGoneError} from '../../../src/target/errors.ts';

/** A clock that stands until it is moved, and a process that answers when it is told to. */
const createScene = (elapsed = 0) => {
	let [now, calls, rss] = [0, 0, 100];
	let answer: (finding: Promise<Finding>) => void = () => {};
	const clock = {wall: () => now, monotonic: () => now};
	const find = (): Promise<Finding> => {
		calls += 1;
		if (calls === 1) return Promise.resolve({rss, virt: 900, elapsed});
		return new Promise<Finding>(resolve => {
			answer = resolve;
		});
	};
	const finish = async (change: Partial<Finding> | Promise<never> = {}): Promise<void> => {
		rss += 1;
		answer(
			change instanceof Promise
				? change
				: Promise.resolve({rss, virt: 900, elapsed: elapsed + now, ...change}),
		);
		await setImmediate();
	};
	const move = (by: number): void => {
		now += by;
	};
	return {clock, find, finish, move, calls: () => calls};
};

const failure = (code: string): Promise<never> => Promise.reject(Object.assign(new Error(code), {code}));

test('a reading gives what the last call found, once as new', async t => {
	const scene = createScene();
	const read = await createPolledMemory(scene.find, scene.clock);
	t.deepEqual(read(), {rss: 100, virt: 900, isOld: false});
	t.deepEqual(read(), {rss: 100, virt: 900, isOld: true});
	await scene.finish();
	t.deepEqual(read(), {rss: 101, virt: 900, isOld: false});
});

test('one call at a time', async t => {
	const scene = createScene();
	const read = await createPolledMemory(scene.find, scene.clock);
	read();
	read();
	read();
	t.is(scene.calls(), 2);
	await scene.finish();
	read();
	t.is(scene.calls(), 3);
});

const testGone = test.macro(async (t, code: string) => {
	const scene = createScene();
	const read = await createPolledMemory(scene.find, scene.clock);
	read();
	await scene.finish(failure(code));
	t.throws(read, {instanceOf: TargetGoneError});
	t.throws(read, {instanceOf: TargetGoneError});
});

test('no such process', testGone, 'ENOENT');
test('no longer such a process', testGone, 'ESRCH');

test('any other failure keeps the last numbers', async t => {
	const scene = createScene();
	const read = await createPolledMemory(scene.find, scene.clock);
	read();
	await scene.finish(failure('EAGAIN'));
	t.deepEqual(read(), {rss: 100, virt: 900, isOld: true});
	await scene.finish();
	t.false(read().isOld);
});

test('a later process with the same pid is younger than the watch', async t => {
	const scene = createScene(60_000);
	const read = await createPolledMemory(scene.find, scene.clock);
	scene.move(10_000);
	read();
	await scene.finish();
	t.notThrows(read);
	await scene.finish({elapsed: 3000});
	t.throws(read, {instanceOf: TargetGoneError});
});

test('nothing resident is not a number', async t => {
	const scene = createScene();
	const read = await createPolledMemory(scene.find, scene.clock);
	read();
	await scene.finish({rss: 0, virt: 0});
	t.deepEqual(read(), {rss: undefined, virt: undefined, isOld: false});
});

test('a process that is not there from the start', async t => {
	const {clock} = createScene();
	await t.throwsAsync(
		createPolledMemory(() => failure('ENOENT'), clock),
		{instanceOf: TargetGoneError},
	);
});
