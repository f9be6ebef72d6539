import {execFileSync} from 'node:child_process';
import {appendFileSync, renameSync, rmSync, truncateSync, writeFileSync} from 'node:fs';
import {setTimeout} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import {followLog} from '../../src/recorded/follow.ts';
import {openLog} from '../../src/recorded/open-log.ts';
import {readWhole} from '../../src/recorded/read-log.ts';
import {fileOf, headerOf, plainReading, samplesOf} from './helpers/read.ts';

/** A log that is followed, what was said of it, and a wait for what is to be read of it. */
const follow = async (t: ExecutionContext, text: string) => {
	const path = fileOf(t, text);
	const log = openLog(path, true);
	const control = new AbortController();
	t.teardown(() => control.abort());
	const reading = {...plainReading, signal: control.signal, isFollowed: true};
	const read = await readWhole(log, reading);
	const said: string[] = [];
	void followLog(log, {...reading, read, say: line => said.push(line.replace(path, 'x.log'))});
	const values = () => samplesOf(log.seen(), 'log.in_use').map(([, value]) => value);
	const holds = async (condition: () => boolean): Promise<void> => {
		for (let turn = 0; turn < 500 && !condition(); turn += 1) await setTimeout(10);
	};
	return {
		...{path, log, said},
		has: async (...expected: readonly number[]) => {
			await holds(() => String(values()) === String(expected));
			t.deepEqual(values(), expected);
		},
		says: async (...expected: readonly string[]) => {
			await holds(() => said.length >= expected.length);
			t.deepEqual(said, expected);
		},
	};
};

const two = '10 1 2\n11 2 3\n';

test('what is appended is read', async t => {
	const {path, log, has, said} = await follow(t, two);
	const {history} = log.seen().recording;
	appendFileSync(path, '12 3 4\n');
	await has(1, 2, 3);
	appendFileSync(path, 'broken\n13 4 5\n');
	await has(1, 2, 3, 4);
	t.is(log.seen().recording.history, history);
	t.like(log.seen().viewed, {damaged: 1, firstDamaged: 4, isFollowed: true});
	t.deepEqual(said, []);
});

test('half a line waits for its end', async t => {
	const {path, has} = await follow(t, two);
	appendFileSync(path, '12 34');
	await setTimeout(250);
	await has(1, 2);
	appendFileSync(path, '56 7\n');
	await has(1, 2, 3456);
});

test('an empty file waits for its first sample', async t => {
	const {path, log, has} = await follow(t, '');
	t.like(log.seen(), {viewed: {recording: 0, recordings: 0}, recording: {target: {name: 'x.log'}}});
	appendFileSync(path, two);
	await has(1, 2);
});

test('a new recording is shown', async t => {
	const {path, log, has} = await follow(t, two);
	appendFileSync(path, `\n\n${headerOf({name: 'next'})}`);
	await setTimeout(250);
	t.like(log.seen().viewed, {recording: 1, recordings: 1});
	await has(1, 2);
	appendFileSync(path, '20 1 2\n');
	while (log.seen().viewed.recordings < 2) await setTimeout(10);
	t.like(log.seen(), {viewed: {recording: 2}, recording: {target: {name: 'next'}}});
});

test('a file made smaller is read anew', async t => {
	const {path, log, has, says} = await follow(t, two);
	truncateSync(path);
	await says('x.log was made smaller: read from its beginning');
	await has();
	appendFileSync(path, '20 7 8\n');
	await has(7);
	t.deepEqual(log.seen().recording.history.landmarks, [
		{type: 'step', time: 20, text: 'the file was made smaller'},
	]);
});

test('one cut and written again beyond where it was', async t => {
	const {path, has, says} = await follow(t, two);
	writeFileSync(path, '20 7 8\n21 8 9\n22 9 9\n');
	await has(7, 8, 9);
	await says('x.log was written anew: read from its beginning');
});

test('a replaced file is read anew', async t => {
	const {path, has, says} = await follow(t, two);
	writeFileSync(`${path}.new`, `${two}12 9 9\n`);
	renameSync(`${path}.new`, path);
	await has(1, 2, 9);
	await says('x.log was replaced: read from its beginning');
});

test('a deleted file is waited for', async t => {
	const {path, has, says} = await follow(t, two);
	rmSync(path);
	await says('x.log was deleted; it is read again when it comes back');
	await has(1, 2);
	writeFileSync(path, '30 5 6\n');
	await has(5);
});

test('a FIFO in its place is refused, and left', async t => {
	const {path, has, said} = await follow(t, two);
	rmSync(path);
	execFileSync('mkfifo', [path]);
	while (!said.includes('expected a recording, got a pipe: x.log')) await setTimeout(10);
	rmSync(path);
	writeFileSync(path, '30 5 6\n');
	await has(5);
});

test('one moved away and back goes on', async t => {
	const {path, has, says, said} = await follow(t, two);
	renameSync(path, `${path}.1`);
	await says('x.log was deleted; it is read again when it comes back');
	renameSync(`${path}.1`, path);
	appendFileSync(path, '12 3 4\n');
	await has(1, 2, 3);
	t.is(said.length, 1);
});
