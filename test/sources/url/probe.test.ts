import {setImmediate} from 'node:timers/promises';
import test from 'ava';
import type {Reading} from '../../../src/model/reading.ts';
import {createUrlProbe} from '../../../src/sources/url/probe.ts';

const reading = (value: number): Reading => ({values: {'url.alloc': value}});

test('each reading gives the last answer, old when given again, and asks one question at a time', async t => {
	const answers: ((reading: Reading) => void)[] = [];
	const probe = createUrlProbe(
		reading(1),
		() => new Promise(resolve => answers.push(resolve)),
		() => {},
	);
	t.is(answers.length, 0);
	t.deepEqual(probe.read(), reading(1));
	t.is(answers.length, 1);
	t.deepEqual(probe.read(), {...reading(1), approximate: true});
	t.deepEqual(probe.read(), {...reading(1), approximate: true});
	t.is(answers.length, 1);
	answers[0]?.(reading(2));
	await setImmediate();
	t.deepEqual(probe.read(), reading(2));
	t.is(answers.length, 2);
});
