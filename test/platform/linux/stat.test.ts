import {readFileSync} from 'node:fs';
import test from 'ava';
import {parseStat} from '../../../src/platform/linux/stat.ts';
import {statLine} from '../../helpers/proc-root.ts';

test('all that is read of a line', t => {
	t.deepEqual(parseStat(statLine()), {
		name: 'worker',
		state: 'S',
		parent: 1,
		isKernelThread: false,
		minorFaults: 8077,
		majorFaults: 6,
		cpuTicks: 6,
		threads: 3,
		startTicks: 170_696,
		residentPages: 8695,
	});
});

const testName = test.macro((t, name: string) => {
	const stat = parseStat(statLine({name, startTicks: 99}));
	t.is(stat?.name, name);
	t.is(stat?.startTicks, 99);
});

test('name with parentheses', testName, 'a) (b');
test('name that looks like the rest', testName, 'x) S 1 1 1 0 -1');
test('name with a line end', testName, 'two\nlines)');
test('name of parentheses alone', testName, ')))(((');
test('name with spaces', testName, 'Web Content');
test('no name', testName, '');

test('a kernel thread by its flag', t => {
	t.true(parseStat(statLine({name: 'kthreadd', flags: 2_129_984}))?.isKernelThread);
	t.true(parseStat(statLine({flags: 0xffff_ffff}))?.isKernelThread);
});

test('huge numbers', t => {
	t.is(parseStat(statLine({minorFaults: 2 ** 60}))?.minorFaults, 2 ** 60);
});

const testTorn = test.macro((t, text: string) => {
	t.is(parseStat(text), undefined);
});

test('nothing', testTorn, '');
test('a name alone', testTorn, '42 (worker)');
test('cut before the start time', testTorn, statLine().split(' ').slice(0, 20).join(' '));
test('words for numbers', testTorn, statLine().replace(/\d+/g, 'many'));

test('this process', t => {
	const stat = parseStat(readFileSync('/proc/self/stat', 'utf8'));
	t.false(stat?.isKernelThread);
	t.true((stat?.threads ?? 0) > 1);
});
