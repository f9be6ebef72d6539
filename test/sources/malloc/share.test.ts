import {setImmediate} from 'node:timers/promises';
import test from 'ava';
import {createShareWatch, readAnonymous, whyTooSmall} from '../../../src/sources/malloc/share.ts';
import {createCheckedFile} from '../../fuzz/checked-source.ts';

const nativeWith = (status: () => string) => ({
	lend: <Result>(_: string, use: (file: ReturnType<typeof createCheckedFile>) => Promise<Result>) =>
		use(createCheckedFile([{start: 0, bytes: Buffer.from(status())}])),
});

test('anonymous memory is what is resident and what is swapped out', async t => {
	t.is(await readAnonymous(nativeWith(() => 'RssAnon:\t  100 kB\nVmSwap:\t 20 kB\n')), 120 * 1024);
	t.is(await readAnonymous(nativeWith(() => 'Name:\told\n')), undefined);
});

test('a share is told in percent', t => {
	t.is(whyTooSmall(50, 100, 0.5), undefined);
	t.is(whyTooSmall(12, 100, 0.5), 'glibc malloc holds only 12 % of its anonymous memory');
	t.is(whyTooSmall(0, 0, 0.5), undefined);
});

test('a share below a quarter is told once it has lasted', async t => {
	let [now, anonymous] = [0, 100];
	const clock = {wall: () => now, monotonic: () => now};
	const look = createShareWatch(
		nativeWith(() => `RssAnon:\t${anonymous} kB\n`),
		clock,
	);
	const lookIn = async (seconds: number): Promise<string | undefined> => {
		now += seconds * 1000;
		look(30 * 1024);
		for (let turn = 0; turn < 5; turn += 1) await setImmediate();
		return look(30 * 1024);
	};
	for (let count = 0; count < 5; count += 1) t.is(await lookIn(4), undefined);
	anonymous = 300;
	t.is(await lookIn(4), undefined);
	t.is(await lookIn(4), undefined);
	anonymous = 100;
	t.is(await lookIn(4), undefined);
	anonymous = 300;
	for (const expected of [undefined, undefined, 'glibc malloc holds only 10 % of its anonymous memory'])
		t.is(await lookIn(4), expected);
});
