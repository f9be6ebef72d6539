import test from 'ava';
import {systemClock} from '../../../src/model/clock.ts';
import {readProcessTable, readVirtual} from '../../../src/platform/portable/process-table.ts';
import type {Run} from '../../../src/platform/portable/run.ts';

const clock = {...systemClock, wall: () => 5_000_000};

/** Prints a text, and notes what was asked for. */
const printing = (text: string) => {
	const calls: string[] = [];
	const run: Run = async (program, args) => {
		calls.push([program, ...args].join(' '));
		return text;
	};
	return {run, calls};
};

test('macOS is asked column by column', async t => {
	const {run, calls} = printing('    1 root 8 01:00 /sbin/launchd\n');
	const table = await readProcessTable({system: 'darwin', run, clock});
	t.deepEqual(calls, ['ps -ax -ww -o pid= -o user= -o rss= -o etime= -o comm=']);
	t.deepEqual(table, [
		{pid: 1, name: 'launchd', user: 'root', rss: 8192, command: '/sbin/launchd', startTime: 4940},
	]);
});

test('Windows has another program', async t => {
	const {run, calls} = printing('"node.exe","4242","Console","1","8 K"\r\n');
	const table = await readProcessTable({system: 'win32', run, clock});
	t.deepEqual(calls, ['tasklist /fo csv /nh']);
	t.is(table[0]?.pid, 4242);
});

const testVirtual = test.macro(
	async (t, system: NodeJS.Platform, text: string, expected: number | undefined) => {
		t.is(await readVirtual({system, run: printing(text).run, clock}, 7), expected);
	},
);

test('address space in KiB', testVirtual, 'darwin', ' 34359738 \n', 34_359_738 * 1024);
test('no such process', testVirtual, 'darwin', '', undefined);
test('something else', testVirtual, 'darwin', '12 34\n', undefined);
test('not on Windows', testVirtual, 'win32', '5\n', undefined);

test('a program that fails tells nothing', async t => {
	const run: Run = async () => {
		throw new Error('no such program');
	};
	t.is(await readVirtual({system: 'darwin', run, clock}, 7), undefined);
});
