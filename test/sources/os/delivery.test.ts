import {setImmediate} from 'node:timers/promises';
import test from 'ava';
import type {Reading} from '../../../src/model/reading.ts';
import {createDelivery} from '../../../src/sources/os/delivery.ts';
import {nothing} from '../../../src/sources/os/part.ts';

test('each reading is handed out once', async t => {
	const delivery = createDelivery(async rss => ({values: {'os.pss': rss}}));
	delivery.start(7);
	t.is(delivery.take(), nothing);
	await setImmediate();
	t.deepEqual(delivery.take(), {values: {'os.pss': 7}});
	t.is(delivery.take(), nothing);
});

test('one at a time', async t => {
	const finish: ((reading: Reading) => void)[] = [];
	const delivery = createDelivery(() => new Promise<Reading>(resolve => finish.push(resolve)));
	delivery.start(1);
	delivery.start(2);
	t.is(finish.length, 1);
	finish[0]?.({values: {}});
	await setImmediate();
	delivery.start(3);
	t.is(finish.length, 2);
});

test('a failure delivers nothing and the next one works', async t => {
	let calls = 0;
	const delivery = createDelivery(async () => {
		calls += 1;
		if (calls === 1) throw new Error('gone');
		return {values: {'os.pss': 5}};
	});
	delivery.start(1);
	await setImmediate();
	t.is(delivery.take(), nothing);
	delivery.start(1);
	await setImmediate();
	t.deepEqual(delivery.take(), {values: {'os.pss': 5}});
});
