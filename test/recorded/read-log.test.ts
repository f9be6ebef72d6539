import {renameSync, truncateSync} from 'node:fs';
import test from 'ava';
import {openLog} from '../../src/recorded/open-log.ts';
import {readLog, readWhole} from '../../src/recorded/read-log.ts';
import {fileOf, plainReading, readPath} from './helpers/read.ts';

const two = '10 1 2\n11 2 3\n';

/** Rows: what happens to a file as soon as it was looked at, and what is said of it then. */
const testChange = test.macro(async (t, change: (path: string, other: string) => void, remarks: string[]) => {
	const [path, other] = [fileOf(t, two), fileOf(t, two)];
	const log = openLog(path, false);
	let isChanged = false;
	const monotonic = () => {
		if (!isChanged) change(path, other);
		isChanged = true;
		return 0;
	};
	await readWhole(log, {...plainReading, clock: {monotonic}});
	t.deepEqual(log.seen().viewed.remarks, remarks);
});

test('nothing happens', testChange, () => {}, []);
test('it is cut', testChange, path => truncateSync(path, 7), ['the file became shorter while it was read']);
test('it is replaced', testChange, (path, other) => renameSync(other, path), [
	'the file was replaced while it was read',
]);

const unended = ['a last line without its end is left out'];

test('a last line without its end is told of', async t => {
	const log = await readPath(fileOf(t, `${two}12 3 4`));
	t.deepEqual(log.seen().viewed.remarks, unended);
	t.is(log.seen().recording.history.samples, 2);
});

test('not in a log that is followed, where it is still to be ended', async t => {
	const log = openLog(fileOf(t, `${two}12 3 4`), true);
	await readLog(log, plainReading);
	t.deepEqual(log.seen().viewed.remarks, []);
});

/** Rows: what lies behind the samples, which is none, and takes its time. */
const testProgress = test.macro(async (t, line: string) => {
	const log = openLog(fileOf(t, two + line.repeat(500_000 / line.length)), false);
	const told: (number | undefined)[] = [];
	let time = 0;
	const clock = {monotonic: () => (time += 1000)};
	await readLog(log, {...plainReading, clock, tell: () => told.push(log.seen().viewed.progress)});
	t.is(told.pop(), undefined);
	t.true(told.length > 5, `${told}`);
	t.deepEqual(told, [...new Set(told)].toSorted());
	t.true(Number(told.at(-1)) > 0.9);
});

test('comments are progress', testProgress, '# c\n');
test('blank lines are progress', testProgress, '\n');
test('damaged lines are progress', testProgress, 'x\n');
