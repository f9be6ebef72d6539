import {appendFileSync, renameSync, truncateSync} from 'node:fs';
import test from 'ava';
import {fileStatus} from '../../src/recorded/file-status.ts';
import {fileOf, headerOf, readPath, samplesOf, see, step} from './helpers/read.ts';

test('a log of another program has the name of its file, and its own pace', async t => {
	const {recording, viewed} = await see(t, '10 4 8\n12 5 8\n13 6 8\n15 7 8\n', 'heap.log');
	t.like(recording, {target: {pid: 0, name: 'heap.log'}, interval: 2, source: {name: 'log'}});
	t.like(viewed, {recording: 1, recordings: 1, isFollowed: false});
});

test('one of memtop has the names of its header', async t => {
	const {recording} = await see(t, `${headerOf({interval: 0.5})}1294926363 4 8\n`);
	t.like(recording, {
		target: {pid: 42, name: 'worker', startTime: 1_294_926_000},
		...{interval: 0.5, source: {name: 'go', inUse: 'go.alloc'}},
	});
});

test('an interval that cannot be is not believed', async t => {
	t.is((await see(t, `${headerOf({interval: 0})}20 4 8\n23 4 8\n`)).recording.interval, 3);
});

/** Rows: what stands between two samples, ten seconds apart, and the landmarks that come of it. */
const testLandmarks = test.macro(async (t, between: string, expected: readonly object[]) => {
	const {recording} = await see(t, `${headerOf()}10 4 8\n${between}\n20 5 9\n`);
	t.deepEqual(recording.history.landmarks, expected as typeof recording.history.landmarks);
});

test('a mark', testLandmarks, '# mark {"time":15,"text":"deployed"}', [
	{type: 'mark', time: 15, text: 'deployed'},
]);
test('a mark without a word', testLandmarks, '# mark {"time":15}', [{type: 'mark', time: 15, text: ''}]);
test('a gap that was seen', testLandmarks, '# gap {"time":20,"reason":"late","seconds":8,"missed":8}\n', [
	{type: 'gap', time: 12, until: 20, text: 'late'},
]);
test('a gap that ends with the next sample', testLandmarks, '# gap {"time":14,"reason":"a full disk"}\n', [
	{type: 'gap', time: 14, until: 20, text: 'a full disk'},
]);
test('a step of the clock', testLandmarks, '# step {"time":15,"by":-3600}\n', [
	{type: 'step', time: 15, text: 'clock set back by 3600 s'},
]);
test('an end', testLandmarks, '# end {"time":16,"reason":"memtop was left"}', [
	{type: 'end', time: 16, text: 'memtop was left'},
]);

test('a blank line breaks the curves', async t => {
	const {history} = (await see(t, '10 4 8\n\n20 5 9\n')).recording;
	t.is(history.breaks.length, 1);
	t.true((history.breaks[0] ?? 0) > 10 && (history.breaks[0] ?? 0) <= 20);
});

test('a switch of the source is part of the recording', async t => {
	const other = headerOf({source: 'os', continues: true, name: 'worker2'}, ' rss virt approx');
	const seen = await see(t, `${headerOf()}10 4 8\n\n${other}20 5 9 5 9 0\n21 6 9 6 9 0\n`);
	t.like(seen.viewed, {recording: 1, recordings: 1});
	t.like(seen.recording, {source: {name: 'os'}, target: {name: 'worker2'}});
	const {stretches, landmarks, samples} = seen.recording.history;
	t.is(samples, 3);
	t.deepEqual(
		stretches.map(({from, source}) => [from, source.name]),
		[
			[10, 'go'],
			[20, 'os'],
		],
	);
	t.deepEqual(landmarks, [{type: 'switch', time: 20, text: 'resident and virtual memory'}]);
	t.deepEqual(samplesOf(seen, 'go.alloc'), [[10, 4]]);
	t.deepEqual(samplesOf(seen, 'os.rss'), [
		[20, 5],
		[21, 6],
	]);
});

test('a source that was only chosen is no landmark', async t => {
	const other = headerOf({source: 'os', continues: true}, ' rss virt approx');
	const {stretches, landmarks} = (await see(t, `${headerOf()}10 4 8\n\n${other}10.9 5 9 5 9 0\n`)).recording
		.history;
	t.is(stretches.length, 2);
	t.deepEqual(landmarks, []);
});

test('another interval is no switch', async t => {
	const {history, interval} = (
		await see(t, `${headerOf()}10 4 8\n\n${headerOf({interval: 5, continues: true})}20 5 9\n`)
	).recording;
	t.is(interval, 5);
	t.deepEqual([history.stretches, history.landmarks], [[], []]);
});

const three = [
	`${headerOf({name: 'first'})}10 1 2\n# mark {"time":10.5,"text":"one"}\n`,
	'20 3 4\n21 5 6\n',
	headerOf({name: 'empty'}),
	`${headerOf({name: 'third'})}30 7 8\n`,
	headerOf({name: 'also empty'}),
].join('\n\n');

test('the newest recording with a sample is shown first', async t => {
	const {viewed, recording} = await see(t, three);
	t.like(viewed, {recording: 3, recordings: 3});
	t.is(recording.target.name, 'third');
});

test('keys step through those that have samples', async t => {
	const log = await readPath(fileOf(t, three));
	const newest = log.seen().recording.history;
	const visited: unknown[] = [];
	for (const by of [-1, -1, 1, 1]) {
		t.true(await step(log, by));
		const {viewed, recording} = log.seen();
		visited.push([viewed.recording, recording.target.name, recording.history.samples, viewed.progress]);
	}
	t.deepEqual(visited, [
		[2, 'x.log', 2, undefined],
		[1, 'first', 1, undefined],
		[2, 'x.log', 2, undefined],
		[3, 'third', 1, undefined],
	]);
	t.is(log.seen().recording.history, newest);
	t.false(await step(log, 1));
});

test('a recording that is read again has its landmarks again', async t => {
	const log = await readPath(fileOf(t, three));
	await step(log, -2);
	t.deepEqual(log.seen().recording.history.landmarks, [{type: 'mark', time: 10.5, text: 'one'}]);
});

test('a file that was replaced or cut since it was read is not the same', async t => {
	const path = fileOf(t, three);
	const log = await readPath(path);
	t.true(log.isSame(await fileStatus(path)));
	appendFileSync(path, '31 7 8\n');
	t.true(log.isSame(await fileStatus(path)));
	truncateSync(path, 30);
	t.false(log.isSame(await fileStatus(path)));
	renameSync(fileOf(t, three), path);
	t.false(log.isSame(await fileStatus(path)));
});
