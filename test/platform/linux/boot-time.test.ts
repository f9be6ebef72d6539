import test from 'ava';
import {parseBootTime, readBootTime} from '../../../src/platform/linux/boot-time.ts';

test('the line btime', t => {
	t.is(parseBootTime('cpu  1 2 3\nintr 99 btime 7\nbtime 1763790000\nprocesses 5\n'), 1_763_790_000);
});

test('no such line', t => {
	t.throws(() => parseBootTime('cpu  1 2 3\n'), {
		message: 'expected a line "btime" in /proc/stat, found none',
	});
});

test('this machine started before now', t => {
	const bootTime = readBootTime('/proc');
	t.true(Number.isInteger(bootTime));
	t.true(bootTime > 0 && bootTime < Date.now() / 1000);
});
